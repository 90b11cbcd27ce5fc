import { type Drill, PROVEN } from "../drill/drill.js";
import { gaugeAfter } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, syncOf } from "./accounts.js";

/** The notional is price times what is left of each order, and exact: 0.1 * 3 is 0.3. */
export function drillT(prefix: string): Drill {
  return {
    id: "t",
    title: "Pending notional",
    injected: "orders filled in part and whole, one of -1, a market order",
    proves: "the rest of each order, exactly",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [],
        openOrders: [
          openOrder({ order_id: "part", price: "100.00", qty: "2", filled_qty: "1.5" }),
          openOrder({ order_id: "whole", price: "7000.00", qty: "1", filled_qty: "1.0" }),
          openOrder({ order_id: "below", price: "9000.00", qty: "-1", filled_qty: "0" }),
          openOrder({ order_id: "market", order_type: "MARKET", price: "0", qty: "5" }),
        ],
        ts: 2000,
      }),
      syncOf({
        positions: [],
        openOrders: [openOrder({ price: "0.1", qty: "3", filled_qty: "0" })],
        ts: 2000,
      }),
    ],
    checks: [
      ...syncsAre([{ found: ["negative_qty"], lastTs: 2000 }, { lastTs: 2000 }], prefix),
      gaugeAfter(1, "pending_notional", 50, prefix),
      gaugeAfter(2, "pending_notional", 0.3, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["pending_notional"]],
    hasLog: true,
    scrapedAfter: [1, 2],
  };
}
