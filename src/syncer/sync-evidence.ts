import { canonicalJson } from "./canonical-json.js";
import { renderOrders, renderPositions, renderSnapshot } from "./canonical-snapshot.js";
import type { Known } from "./known.js";
import { knownToWire } from "./known-wire.js";
import { MISMATCH_RULES, type Mismatch, type MismatchRule } from "./mismatch-rules.js";
import type { SyncResult } from "./sync-result.js";

/** How many findings of one rule are shown; the others are counted. */
export const MOST_SHOWN = 20;

/** What goes into the evidence of a sync beside its result. */
export interface SyncCircumstances {
  /** What the syncer was told. */
  readonly known?: Iterable<string> | Known | null | undefined;
  /** Unix ms that the syncer's clock showed. */
  readonly at?: number | undefined;
}

/**
 * The files of the syncer's own evidence for one sync (contract, section 6): name and whole text, checksums
 * excepted. Where the fetch failed the account is unknown, so its three files say `null`, not an empty account.
 *
 * @throws DrillError `bad_input` where `known` is not what a syncer can be told.
 */
export function renderSyncEvidence(
  result: SyncResult,
  { known, at }: SyncCircumstances = {},
): ReadonlyMap<string, string> {
  const { snapshot } = result;
  const mismatches = result.mismatches.map(({ rule, detail }) => ({ rule, detail }));
  return new Map([
    ["account_snapshot.json", `${snapshot === null ? "null" : renderSnapshot(snapshot)}\n`],
    ["positions.json", `${snapshot === null ? "null" : renderPositions(snapshot.positions)}\n`],
    ["open_orders.json", `${snapshot === null ? "null" : renderOrders(snapshot.openOrders)}\n`],
    ["known.json", `${canonicalJson(knownToWire(known))}\n`],
    ["mismatches.json", `${canonicalJson(mismatches)}\n`],
    ["summary.txt", `${at === undefined ? "" : `at: ${at}\n`}${renderSyncSummary(result)}`],
  ]);
}

/** What one sync found, as lines of text: for a terminal, a log and `summary.txt`. Of each rule the first 20 are shown. */
export function renderSyncSummary(result: SyncResult): string {
  return `${[...accountLines(result), ...findingLines(result)].join("\n")}\n`;
}

/** How many findings there are of each rule that fired, in the order of the rules. */
export function countByRule(found: readonly Mismatch[]): ReadonlyMap<MismatchRule, number> {
  const counts = MISMATCH_RULES.map(
    (rule) => [rule, found.reduce((count, one) => count + Number(one.rule === rule), 0)] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}

/** The findings that are shown: of each rule the first 20. */
export function shownOf(found: readonly Mismatch[]): readonly Mismatch[] {
  const shown = new Map<MismatchRule, number>();
  return found.filter(({ rule }) => {
    const before = shown.get(rule) ?? 0;
    shown.set(rule, before + 1);
    return before < MOST_SHOWN;
  });
}

function accountLines({ snapshot }: SyncResult): string[] {
  if (snapshot === null) return ["account: unknown, the fetch failed"];
  const positions = countOf(snapshot.positions, "position");
  const openOrders = countOf(snapshot.openOrders, "open order");
  return [`account: ${positions}, ${openOrders}, ts ${snapshot.ts}`];
}

function countOf({ length }: readonly unknown[], noun: string): string {
  return `${length} ${noun}${length === 1 ? "" : "s"}`;
}

function findingLines({ error, mismatches, pending }: SyncResult): string[] {
  if (error !== null) return [`error: ${error.reason}: ${error.message}`];
  const waiting = pending.length === 0 ? [] : [...linesOf("PENDING", pending), `pending: ${pending.length}`];
  return [...linesOf("MISMATCH", mismatches), `mismatches: ${mismatches.length}`, ...waiting];
}

function linesOf(word: string, found: readonly Mismatch[]): string[] {
  const shown = shownOf(found);
  return [...countByRule(found)].flatMap(([rule, count]) => [
    ...shown.filter((one) => one.rule === rule).map(({ detail }) => `  ${word} ${rule}: ${detail}`),
    ...(count > MOST_SHOWN ? [`  ${word} ${rule}: and ${count - MOST_SHOWN} more`] : []),
  ]);
}
