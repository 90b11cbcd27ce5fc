import type { RuleInput, RuleRow } from "./rule-row.js";

const HOUR_MS = 3_600_000;

/** The snapshot is older than the last accepted one. */
export const TS_REGRESSION = {
  name: "ts_regression",
  comparesTwoSides: false,
  find: (input) =>
    isRegression(input)
      ? [`snapshot ts ${input.snapshot.ts} is before the last accepted ts ${input.lastTs}`]
      : [],
  fault: (account) => ({ ...account, ts: account.ts - HOUR_MS }),
  provenBy: "d",
  words: {
    fires: "the snapshot is older than the last accepted one; equal is fine",
    risk: "decisions on an account of the past: a stale cache, or a clock that went back",
    triage: "how far back does it go? Seconds point to a cache, hours to a clock",
    resolution:
      "mostly passes by itself. If it stays: NTP on both machines, the exchange's cache and status page, or a `ts` that goes back when the newest row leaves the account",
  },
} as const satisfies RuleRow;

/** True where the snapshot is older than the last accepted one; equal is fine. */
export function isRegression({ snapshot, lastTs }: Pick<RuleInput, "snapshot" | "lastTs">): boolean {
  return snapshot.ts < lastTs && !isEmptyAccount(snapshot);
}

/** An account without positions and orders, at ts 0: a normal transition, never a regression. */
export function isEmptyAccount({ ts, positions, openOrders }: RuleInput["snapshot"]): boolean {
  return ts === 0 && positions.length === 0 && openOrders.length === 0;
}
