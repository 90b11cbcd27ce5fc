import { type Drill, PROVEN } from "../drill/drill.js";
import { counterIs, gaugeIs } from "../drill/metrics-checks.js";
import { findingsAre, lastTsIs, ruleIsPresent, syncIs } from "../drill/reply-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/**
 * A snapshot older than the last accepted one is reported and rejected. Both accounts hold a position: an
 * empty account is never a regression, which is how the original's drill D broke unseen.
 */
export function drillD(prefix: string): Drill {
  return {
    id: "d",
    title: "Timestamp regression",
    injected: "ts 5000, then ts 3000",
    proves: "ts_regression detected",
    now: DRILL_CLOCK,
    steps: [
      syncOf({ positions: [position({ ts: 5000 })], openOrders: [], ts: 5000 }),
      syncOf({
        positions: [position({ ts: 3000 })],
        openOrders: [openOrder({ ts: 3000 })],
        ts: 3000,
      }),
    ],
    checks: [
      syncIs("ok", 0, "first sync is ok"),
      syncIs("not ok", 1, "second sync is not ok"),
      lastTsIs(5000, 1, "last_ts is still 5000"),
      PROVEN,
      ruleIsPresent("ts_regression", 1),
      counterIs("ts_regression", 1, prefix),
    ],
    proof: [
      findingsAre(["ts_regression"], 1),
      gaugeIs("last_ts", 5000, prefix),
      gaugeIs("open_orders_count", 0, prefix),
    ],
    shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
    hasLog: true,
  };
}
