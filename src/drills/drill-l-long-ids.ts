import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** Ids of 64 bits that differ in their last digit are different ids. As binary doubles they would be one. */
export function drillL(prefix: string): Drill {
  const account = {
    positions: [position()],
    openOrders: [
      openOrder({ order_id: "9223372036854775806" }),
      openOrder({ order_id: "9223372036854775807" }),
    ],
    ts: 2000,
  };
  return {
    id: "l",
    title: "Ids of 64 bits",
    injected: "order ids that differ in the last of 19 digits",
    proves: "ids told apart to the last digit",
    now: DRILL_CLOCK,
    steps: [
      syncOf(account, ["9223372036854775806", "9223372036854775807"]),
      syncOf(account, ["9223372036854775806"]),
    ],
    checks: [
      ...syncsAre([{ lastTs: 2000 }, { found: ["orphan_order"], lastTs: 2000 }], prefix),
      namedTimes("9223372036854775807", 1, 1),
      PROVEN,
    ],
    proof: [namedTimes("9223372036854775806", 0, 1)],
    shows: [["mismatches_total", ["rule", "orphan_order"]]],
    hasLog: true,
  };
}
