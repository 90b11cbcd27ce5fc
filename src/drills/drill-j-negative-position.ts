import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** A position below zero is found as an order is, and by the smallest amount too. */
export function drillJ(prefix: string): Drill {
  return {
    id: "j",
    title: "Negative position",
    injected: "positions of -0.5 and -0.00000001",
    proves: "negative positions detected",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [
          position({ qty: "-0.5" }),
          position({ symbol: "ETHUSDT", qty: "-0.00000001" }),
          position({ symbol: "SOLUSDT" }),
        ],
        openOrders: [openOrder()],
        ts: 2000,
      }),
    ],
    checks: [
      ...syncsAre([{ found: ["negative_qty", "negative_qty"], lastTs: 2000 }], prefix),
      namedTimes("BTCUSDT", 1, 0),
      namedTimes("ETHUSDT", 1, 0),
      PROVEN,
    ],
    proof: [namedTimes("SOLUSDT", 0, 0)],
    shows: [["mismatches_total", ["rule", "negative_qty"]]],
    hasLog: true,
  };
}
