import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/**
 * More of an order is filled than there is of it, or less than nothing. Such a fill is no finding of another rule, and
 * nothing for the next one to go back from.
 */
export function drillV(prefix: string): Drill {
  const accountOf = (...fills: readonly (string | null)[]) =>
    syncOf({
      positions: [position()],
      openOrders: ["part_ord_1", "whole_ord_2", "some_ord_3"].map((order_id, at) =>
        openOrder({ order_id, qty: at === 2 ? null : "1", filled_qty: fills[at] ?? null }),
      ),
      ts: 2000,
    });
  const healthy = { lastTs: 2000 };
  return {
    id: "v",
    title: "Impossible fills",
    injected: "an order filled above its qty, one filled below zero",
    proves: "fills that cannot be are found",
    now: DRILL_CLOCK,
    steps: [
      accountOf("0.5", "1", null),
      accountOf("1.0000000000000000001", "1", "-0.1"),
      accountOf("0.5", "1", "0"),
    ],
    checks: [
      ...syncsAre(
        [healthy, { found: ["impossible_fill", "impossible_fill"], lastTs: 2000 }, healthy],
        prefix,
        MISMATCH_RULES,
      ),
      namedTimes("part_ord_1", 1, 1),
      namedTimes("some_ord_3", 1, 1),
      PROVEN,
    ],
    proof: [namedTimes("whole_ord_2", 0, 1)],
    shows: [["mismatches_total", ["rule", "impossible_fill"]]],
    hasLog: true,
  };
}
