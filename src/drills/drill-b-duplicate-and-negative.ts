import { type Drill, PROVEN } from "../drill/drill.js";
import { counterIs } from "../drill/metrics-checks.js";
import { findingsAre, mismatchCountIs, ruleIsPresent, syncIs } from "../drill/reply-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** Two faults in one snapshot are both found and both counted. */
export function drillB(prefix: string): Drill {
  return {
    id: "b",
    title: "Duplicate key + negative qty",
    injected: "the same position twice, an order of -0.5",
    proves: "duplicate_key + negative_qty detected",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [position(), position({ qty: "0.7" })],
        openOrders: [openOrder({ order_id: "negative_ord_1", qty: "-0.5" })],
        ts: 2000,
      }),
    ],
    checks: [
      syncIs("not ok"),
      mismatchCountIs(2),
      PROVEN,
      ruleIsPresent("duplicate_key"),
      ruleIsPresent("negative_qty"),
      counterIs("duplicate_key", 1, prefix),
      counterIs("negative_qty", 1, prefix),
    ],
    proof: [
      findingsAre(["duplicate_key", "negative_qty"]),
      counterIs("ts_regression", 0, prefix),
      counterIs("orphan_order", 0, prefix),
    ],
    shows: [
      ["mismatches_total", ["rule", "duplicate_key"]],
      ["mismatches_total", ["rule", "negative_qty"]],
    ],
    hasLog: true,
  };
}
