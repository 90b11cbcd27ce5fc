import { type Deviation, findingDeviations } from "../drill/deviation.js";
import type { CheckResult } from "../drill/results.js";
import { MISMATCH_RULES, RULES } from "../syncer/mismatch-rules.js";
import { printable } from "../syncer/printable.js";
import { isHeldAgainstThePast, type Replayed, type ReplayedLine } from "./feed-history.js";
import { type HistoryLine, inWords } from "./history.js";

const TWO_SIDED: readonly string[] = RULES.filter(({ comparesTwoSides }) => comparesTwoSides).map(
  ({ name }) => name,
);

/** A line that did not come to what it had to. */
export interface MissedLine {
  readonly line: HistoryLine;
  /** What came, in words. */
  readonly came: string;
  readonly deviations: readonly Deviation[];
}

/** Judged lines one after the other that expect the same. */
export interface Passage {
  readonly lines: readonly HistoryLine[];
  readonly label: string;
  /** In words. */
  readonly expected: string;
}

/** The judged lines of a history, those that follow each other and expect the same as one. */
export function passagesOf(lines: readonly HistoryLine[]): Passage[] {
  const groups: [HistoryLine, ...HistoryLine[]][] = [];
  for (const line of lines) {
    if (line.expect === null) continue;
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before?.line === line.line - 1 && expectedOf(before) === expectedOf(line))
      last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const [first] = group;
    const end = group.at(-1) ?? first;
    const place = end === first ? `line ${first.line}` : `lines ${first.line} to ${end.line}`;
    const expected = expectedOf(first);
    return { lines: group, label: `${place}: ${expected}`, expected };
  });
}

/** The line of a passage that is off, in the order of the history. */
export function missedIn({ lines }: Passage, { lines: replayed, isFedAgain }: Replayed): MissedLine[] {
  return lines.flatMap((line) => {
    const one = replayed[line.line - 1];
    return one === undefined ? [] : missed(one, isFedAgain);
  });
}

/** The check of a passage. `keptIn` is where the snapshot of its first line that is off can be read, where it is kept. */
export function passageCheck(
  { label, expected, lines }: Passage,
  missedLines: readonly MissedLine[],
  keptIn: string | null,
): CheckResult {
  const [first, ...more] = missedLines;
  const check = { label, stage: "found", expected } as const;
  if (first === undefined) return { ...check, status: "passed", actual: expected };
  const { line, came, deviations } = first;
  const others = more.length === 0 ? "" : `; ${more.length} more of these ${lines.length} lines are off`;
  const kept = keptIn === null ? "" : `; its snapshot: ${keptIn}`;
  const actual = printable(`line ${line.line} (at ${line.at}): ${came}${others}${kept}`);
  return { ...check, status: "failed", actual, ...(deviations.length > 0 && { deviations }) };
}

function expectedOf({ expect }: HistoryLine): string {
  return inWords(expect?.mismatches ?? [], expect?.error ?? null);
}

// What is found by the sync before alone is fed once: there, what has to settle may or may not be said yet.
function missed({ line, reply }: ReplayedLine, isFedAgain: boolean): MissedLine[] {
  const isPartly = isFedAgain && isHeldAgainstThePast(line);
  const judged = (rules: readonly string[]) => rules.filter((rule) => !isPartly || !TWO_SIDED.includes(rule));
  const said = reply.mismatches.map(({ rule }) => rule);
  const [wanted, came] = [judged(line.expect?.mismatches ?? []), judged(said)];
  const error = line.expect?.error ?? null;
  const isOk = said.length === 0 && reply.error === null;
  if (inWords(came, reply.error) === inWords(wanted, error) && reply.ok === isOk) return [];
  const verdict = reply.ok === isOk ? "" : `, and says ${reply.ok ? "ok" : "not ok"}`;
  const details = reply.mismatches.slice(0, 3).map(({ detail }) => detail);
  const words = details.length === 0 ? "" : ` (${details.join("; ")})`;
  return [
    {
      line,
      came: `${inWords(said, reply.error)}${words}${verdict}`,
      deviations: findingDeviations(wanted, came, MISMATCH_RULES),
    },
  ];
}
