import { type Drill, PROVEN } from "../drill/drill.js";
import { counterIs } from "../drill/metrics-checks.js";
import { findingsAre, findingsName, mismatchCountIs, ruleIsPresent, syncIs } from "../drill/reply-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** An order that nobody tracks is flagged, and the tracked one beside it is not. */
export function drillC(prefix: string): Drill {
  return {
    id: "c",
    title: "Orphan order",
    injected: "an order that is not among the known ones",
    proves: "orphan_ord_x flagged, known_ord_1 not flagged",
    now: DRILL_CLOCK,
    steps: [
      syncOf(
        {
          positions: [position()],
          openOrders: [openOrder(), openOrder({ order_id: "orphan_ord_x", price: "48500.00" })],
          ts: 2000,
        },
        ["known_ord_1", "internal_ord_2"],
      ),
    ],
    checks: [
      syncIs("not ok"),
      mismatchCountIs(1),
      PROVEN,
      ruleIsPresent("orphan_order"),
      counterIs("orphan_order", 1, prefix),
    ],
    proof: [findingsAre(["orphan_order"]), findingsName("orphan_ord_x", "known_ord_1", 0)],
    shows: [["mismatches_total", ["rule", "orphan_order"]]],
    hasLog: true,
  };
}
