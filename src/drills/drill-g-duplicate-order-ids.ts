import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** The same order id twice on one symbol is one finding, whatever else differs between the two. */
export function drillG(prefix: string): Drill {
  return {
    id: "g",
    title: "Duplicate order ids",
    injected: "the same order id twice on one symbol",
    proves: "duplicate order ids detected",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [position()],
        openOrders: [
          openOrder({ order_id: "twice_ord_1" }),
          openOrder({ order_id: "twice_ord_1", side: "SELL", price: "51000.00" }),
          openOrder({ order_id: "once_ord_2" }),
        ],
        ts: 2000,
      }),
    ],
    checks: [
      ...syncsAre([{ found: ["duplicate_key"], lastTs: 2000 }], prefix),
      namedTimes("twice_ord_1", 1, 0),
      PROVEN,
    ],
    proof: [namedTimes("once_ord_2", 0, 0)],
    shows: [["mismatches_total", ["rule", "duplicate_key"]]],
    hasLog: true,
  };
}
