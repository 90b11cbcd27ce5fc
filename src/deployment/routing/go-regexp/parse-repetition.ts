import type { PatternCursor } from "./pattern-cursor.js";
import { PatternProblem } from "./syntax.js";

/** Go refuses to repeat more often. */
const MOST_TIMES = 1000;

/** How often something is repeated. */
export interface Repetition {
  readonly least: number;
  readonly most: number;
  readonly greedy: boolean;
}

/** `*`, `+?`, `{2,3}` and the like; undefined, and nothing taken, where no repetition comes next. */
export function takeRepetition(cursor: PatternCursor, ungreedy: boolean): Repetition | undefined {
  const times = takeTimes(cursor);
  if (times === undefined) return undefined;
  const greedy = cursor.take("?") === ungreedy;
  const before = cursor.position;
  if (takeTimes(cursor) !== undefined) throw new PatternProblem("a repetition is repeated");
  cursor.reset(before);
  return { ...times, greedy };
}

function takeTimes(cursor: PatternCursor): { least: number; most: number } | undefined {
  if (cursor.take("*")) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (cursor.take("+")) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (cursor.take("?")) return { least: 0, most: 1 };
  return takeCounts(cursor);
}

/** `{2}`, `{2,}`, `{2,3}`; any other text in braces is nothing but text. */
function takeCounts(cursor: PatternCursor): { least: number; most: number } | undefined {
  const from = cursor.position;
  const inBraces = cursor.take("{") ? cursor.takeWhile((next) => /^[0-9,]$/.test(next)) : "";
  const [, low, comma, high] = /^(0|[1-9][0-9]*)(?:(,)(0|[1-9][0-9]*)?)?$/.exec(inBraces) ?? [];
  if (low === undefined || !cursor.take("}")) {
    cursor.reset(from);
    return undefined;
  }
  const least = Number(low);
  const most = comma !== undefined && high === undefined ? Number.POSITIVE_INFINITY : Number(high ?? low);
  const largest = most === Number.POSITIVE_INFINITY ? least : most;
  if (largest > MOST_TIMES || least > most) throw new PatternProblem(`{${inBraces}} is no repetition`);
  return { least, most };
}
