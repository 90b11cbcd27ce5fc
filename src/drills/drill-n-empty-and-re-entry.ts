import { type Drill, PROVEN } from "../drill/drill.js";
import { gaugeAfter, gaugesAre } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** An account may become empty, which is no regression, and fill again at any ts; from there on ts counts again. */
export function drillN(prefix: string): Drill {
  const filledAt = (ts: number) => ({ positions: [position({ ts })], openOrders: [openOrder({ ts })], ts });
  const emptied = (name: string) => gaugeAfter(2, name, 0, prefix);
  return {
    id: "n",
    title: "Empty account and re-entry",
    injected: "ts 5000, an empty account, ts 3000, ts 2000",
    proves: "emptied and refilled without a false alarm",
    now: DRILL_CLOCK,
    steps: [
      syncOf(filledAt(5000)),
      syncOf({ positions: [], openOrders: [], ts: 0 }),
      syncOf(filledAt(3000)),
      syncOf(filledAt(2000)),
    ],
    checks: [
      ...syncsAre(
        [{ lastTs: 5000 }, { lastTs: 0 }, { lastTs: 3000 }, { found: ["ts_regression"], lastTs: 3000 }],
        prefix,
      ),
      emptied("last_ts"),
      emptied("positions_count"),
      emptied("open_orders_count"),
      emptied("pending_notional"),
      emptied("data_age_seconds"),
      gaugesAre({ last_ts: 3000, positions_count: 1, open_orders_count: 1, pending_notional: 4900 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
    hasLog: true,
    scrapedAfter: [2],
  };
}
