import { renderCheck } from "../drill/check-text.js";
import type { CheckResult } from "../drill/results.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import { hasGrace } from "../syncer/settling.js";
import { MOST_SHOWN } from "../syncer/sync-evidence.js";
import type { Replayed, ReplayedLine } from "./feed-history.js";
import { type HistoryLine, inWords, type NamedHistory, rowsIn } from "./history.js";

const MOST_CHARACTERS = 200;

/** The text of the log: each line with what was fed, expected and answered, then the checks. No clock, no path. */
export function renderReplayLog(
  { name, history }: NamedHistory,
  { lines }: Replayed,
  checks: readonly CheckResult[],
  provenMarker: string | null,
): string {
  const { settle } = history;
  const text = [
    `Replay of ${name}: ${history.lines.length} syncs`,
    ...(hasGrace(settle)
      ? [`what it expects holds for a grace of ${settle.syncs} syncs and ${settle.ms} ms`]
      : []),
    "",
    ...lines.flatMap(replayedLines),
    ...checks.flatMap(renderCheck),
    ...(provenMarker === null ? [] : [provenMarker]),
  ];
  return `${text.join("\n")}\n`;
}

function replayedLines({ line, reply, fedBefore }: ReplayedLine): string[] {
  const rules = reply.mismatches.map(({ rule }) => rule);
  return [
    `line ${line.line}: at ${line.at}${line.restart ? ", started anew" : ""}`,
    `  ${fedWords(line)}`,
    ...(fedBefore === 0 ? [] : [`  fed ${fedBefore} times before, to let it settle`]),
    `  expected: ${line.expect === null ? "not said" : inWords(line.expect.mismatches, line.expect.error)}`,
    printable(
      `  came: ${reply.ok ? "ok" : "not ok"}, ${inWords(rules, reply.error)}; last_ts ${reply.lastTs}`,
    ),
    ...reply.mismatches
      .slice(0, MOST_SHOWN)
      .map(({ rule, detail }) => printable(`    ${rule}: ${detail.slice(0, MOST_CHARACTERS)}`)),
    ...(rules.length > MOST_SHOWN ? [`    and ${rules.length - MOST_SHOWN} more`] : []),
    "",
  ];
}

function fedWords({ snapshot, fetchError, known }: HistoryLine): string {
  const told = known === null ? "nothing is told" : `told: ${toldWords(known)}`;
  return printable(`${fetchError === null ? rowsIn(snapshot) : `the fetch fails: ${fetchError}`}; ${told}`);
}

function toldWords(known: NonNullable<HistoryLine["known"]>): string {
  const text = canonicalJson(known);
  return text.length <= MOST_CHARACTERS ? text : Object.keys(known).join(", ");
}
