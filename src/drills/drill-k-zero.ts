import { type Drill, PROVEN } from "../drill/drill.js";
import { gaugesAre } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** Zero and negative zero are fine, however they are written; so is a negative profit. */
export function drillK(prefix: string): Drill {
  return {
    id: "k",
    title: "Zero",
    injected: "nothing: quantities of 0, -0 and -0.00",
    proves: "zero left alone",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [
          position({ qty: "0" }),
          position({ symbol: "ETHUSDT", qty: "-0.00", unrealized_pnl: "-12.50" }),
        ],
        openOrders: [openOrder({ qty: "-0" }), openOrder({ order_id: "known_ord_2", qty: "0.000" })],
        ts: 2000,
      }),
    ],
    checks: [
      ...syncsAre([{ lastTs: 2000 }], prefix),
      gaugesAre({ positions_count: 2, open_orders_count: 2, pending_notional: 0 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "negative_qty"]]],
    hasLog: true,
  };
}
