import { type Drill, PROVEN } from "../drill/drill.js";
import { gaugesAre } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** Both legs of a hedge, one side on two symbols, twin orders with ids of their own: nothing of it is a fault. */
export function drillI(prefix: string): Drill {
  return {
    id: "i",
    title: "Healthy hedge",
    injected: "nothing: both legs of a hedge, twin orders",
    proves: "hedge legs and twin orders left alone",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [
          position(),
          position({ side: "SHORT" }),
          position({ symbol: "ETHUSDT" }),
          position({ symbol: "ETHUSDT", side: "SHORT" }),
          position({ symbol: "SOLUSDT", side: "BOTH" }),
          position({ symbol: "btcusdt" }),
        ],
        openOrders: [
          openOrder(),
          openOrder({ order_id: "known_ord_2" }),
          openOrder({ order_id: "KNOWN_ORD_1", side: "SELL" }),
        ],
        ts: 2000,
      }),
    ],
    checks: [
      ...syncsAre([{ lastTs: 2000 }], prefix),
      gaugesAre({ positions_count: 6, open_orders_count: 3 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["positions_count"]],
    hasLog: true,
  };
}
