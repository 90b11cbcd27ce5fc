import { type Drill, PROVEN } from "../drill/drill.js";
import { expositionIsValid, gaugesAre } from "../drill/metrics-checks.js";
import { inputsAreUnchanged, syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** A syncer reads its input and leaves it as it was: fed the same snapshot again, it finds the same again. */
export function drillS(prefix: string): Drill {
  const account = {
    positions: [position({ symbol: "ETHUSDT" }), position(), position({ qty: "-0.7" })],
    openOrders: [
      openOrder({ order_id: "z_ord" }),
      openOrder({ order_id: "z_ord" }),
      openOrder({ order_id: "a_ord" }),
    ],
    ts: 2000,
  };
  const step = syncOf(account, ["a_ord"]);
  const steps = [step, step, step];
  const expected = {
    found: ["duplicate_key", "duplicate_key", "negative_qty", "orphan_order", "orphan_order"],
    lastTs: 2000,
  } as const;
  return {
    id: "s",
    title: "Input left alone",
    injected: "the same faulty account three times, in no order",
    proves: "the same input finds the same",
    now: DRILL_CLOCK,
    steps: steps,
    checks: [
      ...syncsAre([expected, expected, expected], prefix),
      inputsAreUnchanged(steps),
      expositionIsValid(),
      gaugesAre({ positions_count: 3, open_orders_count: 3 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "duplicate_key"]]],
    hasLog: true,
  };
}
