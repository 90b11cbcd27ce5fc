import { FIVE_MINUTES, type HistoryLine } from "./history-line.js";
import { oneSided, rowsBack } from "./one-sided.js";
import { twoSided } from "./two-sided.js";

/*
 * What section 3 of the contract says that each sync of a history comes to, written from that text and from nothing in src:
 * wire form in, names of rules out; decimals are BigInts; nothing is carried along, every answer looks back.
 */

/** What the contract wants of one sync. */
export interface OracleVerdict {
  readonly rules: readonly string[];
  readonly error: string | null;
  /** Unix ms of the last accepted answer afterwards. */
  readonly lastTs: number;
}

/** For how long a difference must last. */
export interface Grace {
  readonly syncs: number;
  readonly ms: number;
}

/** A line, and what became of it: only an accepted answer is a sight. */
interface Past {
  readonly line: HistoryLine;
  readonly accepted: boolean;
  readonly differences: readonly string[];
}

const RULES = [
  ...["ts_regression", "duplicate_key", "negative_qty", "impossible_fill"],
  ...["orphan_order", "missing_order", "order_mismatch", "position_mismatch"],
];

/** The verdict on every line. */
export function oracleVerdicts(history: readonly HistoryLine[], grace: Grace): OracleVerdict[] {
  const past: Past[] = [];
  let lastTs = 0;
  return history.map((line) => {
    const error = errorOf(line);
    const regressed = error === null && isRegression(line, lastTs);
    const accepted = error === null && !regressed;
    past.push({ line, accepted, differences: twoSided(line) });
    const rules = error === null ? rulesBroken(past, regressed, grace) : [];
    if (accepted) lastTs = line.snapshot?.ts ?? 0;
    return { rules: RULES.flatMap((rule) => rules.filter((broken) => broken === rule)), error, lastTs };
  });
}

function errorOf({ at, snapshot, fetch_error: reason }: HistoryLine): string | null {
  if (snapshot === undefined) return reason ?? "unknown";
  return snapshot.ts > at + FIVE_MINUTES ? "parse" : null;
}

function isRegression({ snapshot }: HistoryLine, lastTs: number): boolean {
  if (snapshot === undefined || snapshot.ts >= lastTs) return false;
  return snapshot.ts !== 0 || snapshot.positions.length + snapshot.open_orders.length > 0;
}

function rulesBroken(past: readonly Past[], regressed: boolean, grace: Grace): string[] {
  const now = past.at(-1);
  if (now === undefined) return [];
  const before = sinceRestart(past)
    .slice(1)
    .find(({ accepted }) => accepted);
  const back = before === undefined ? 0 : rowsBack(now.line, before.line);
  const settled = now.differences.filter((difference) => hasSettled(difference, past, grace));
  return [
    ...Array.from({ length: regressed ? 1 : back }, () => "ts_regression"),
    ...oneSided(now.line),
    ...settled.map((difference) => difference.split("|", 1).join()),
  ];
}

function hasSettled(difference: string, past: readonly Past[], { syncs, ms }: Grace): boolean {
  const sights = sinceRestart(past).filter(({ accepted }) => accepted);
  const broken = sights.findIndex(({ differences }) => !differences.includes(difference));
  const inARow = broken < 0 ? sights : sights.slice(0, broken);
  const lasted = (inARow[0]?.line.at ?? 0) - (inARow.at(-1)?.line.at ?? 0);
  return (syncs <= 1 && ms <= 0) || (inARow.length >= syncs && lasted >= ms);
}

/** This sync and those before it, back to where the syncer was started anew; the latest first. */
function sinceRestart(past: readonly Past[]): Past[] {
  const start = past.findLastIndex(({ line }) => line.restart === true);
  return past.slice(Math.max(0, start)).toReversed();
}
