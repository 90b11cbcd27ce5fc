import { DrillError } from "../errors.js";
import { canonicalJson, type JsonValue } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import { hasGrace, type Settle } from "../syncer/settling.js";
import { compareNames } from "./evidence-name.js";
import { feedHistory, type ReplayedLine } from "./feed-history.js";
import { inWords } from "./history.js";
import { MOST_HISTORY_BYTES, parseHistory } from "./parse-history.js";
import type { BundledWith } from "./replay-drill.js";
import type { EvidencedSync } from "./sync-evidence-reading.js";

/** A history as text, and what a reader has to know of it. */
export interface MadeHistory {
  readonly text: string;
  readonly syncs: number;
  /** How many of them say what to expect. */
  readonly expecting: number;
  readonly notes: readonly string[];
}

/**
 * Makes one history of the evidence of syncs, in the order of their times. What was found becomes what is expected where
 * the bundled syncer finds the same in the history alone; what came of a sync that left no evidence cannot be expected.
 *
 * @param settle the grace of the syncer that left the evidence.
 * @throws DrillError `bad_input` where it would be larger than a history may be.
 */
export async function historyOfEvidence(
  evidence: readonly EvidencedSync[],
  settle: Settle,
  bundledWith: BundledWith,
): Promise<MadeHistory> {
  const syncs = evidence.toSorted((a, b) => a.at - b.at || compareNames(a.name, b.name));
  const bare = render(
    syncs.map((sync, index) => lineOf(sync, index === 0 && hasGrace(settle) ? settle : null)),
  );
  if (Buffer.byteLength(bare) > MOST_HISTORY_BYTES) {
    throw new DrillError(
      "bad_input",
      `history: more than ${MOST_HISTORY_BYTES / 2 ** 20} MiB of evidence: give less of it`,
    );
  }
  const history = parseHistory(bare);
  const syncer = bundledWith(settle);
  await syncer.reset(history.lines[0]?.at ?? 0);
  const { lines } = await feedHistory(history, syncer);
  const told = syncs.map((sync, index) => ({ sync, note: differenceOf(sync, lines[index]) }));
  const text = render(
    told.map(({ sync, note }, index) => ({
      ...lineOf(sync, index === 0 && hasGrace(settle) ? settle : null),
      ...(note === null ? { expect: expectOf(sync) } : {}),
    })),
  );
  const notes = [...told.flatMap(({ note }) => note ?? []), ...untoldNote(syncs)];
  return { text, syncs: syncs.length, expecting: told.filter(({ note }) => note === null).length, notes };
}

type Line = { readonly [field: string]: JsonValue };

function lineOf({ at, known, snapshot, fetchError }: EvidencedSync, settle: Settle | null): Line {
  return {
    at,
    ...(settle === null ? {} : { settle: { syncs: settle.syncs, ms: settle.ms } }),
    known,
    ...(fetchError === null ? { snapshot } : { fetch_error: fetchError }),
  };
}

function expectOf({ found, fetchError }: EvidencedSync): Line {
  return { mismatches: found, ...(fetchError === null ? {} : { error: fetchError }) };
}

function render(lines: readonly Line[]): string {
  return lines.map((line) => `${canonicalJson(line)}\n`).join("");
}

function differenceOf(
  { name, found, fetchError }: EvidencedSync,
  replayed: ReplayedLine | undefined,
): string | null {
  const then = inWords(found, fetchError);
  const rules = replayed?.reply.mismatches.map(({ rule }) => rule) ?? [];
  const now = inWords(rules, replayed?.reply.error ?? null);
  if (then === now) return null;
  return printable(`${name}: ${then} was found then, ${now} in these syncs alone: nothing is expected of it`);
}

function untoldNote(syncs: readonly EvidencedSync[]): string[] {
  const count = syncs.filter(({ saysKnown }) => !saysKnown).length;
  return count === 0
    ? []
    : [`${count} of ${syncs.length} do not say what was known (no known.json): nothing is told there`];
}
