import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** Without known ids no order is an orphan, with none known every one is, and a large set is searched whole. */
export function drillP(prefix: string): Drill {
  const many = Array.from({ length: 2000 }, (_, index) => idOf(index + 1));
  const account = {
    positions: [position()],
    openOrders: [1, 2000, 2001].map((number) => openOrder({ order_id: idOf(number) })),
    ts: 2000,
  };
  return {
    id: "p",
    title: "Orphans and known ids",
    injected: "known ids: none given, none known, two thousand",
    proves: "known ids taken as they are given",
    now: DRILL_CLOCK,
    steps: [
      syncOf(account),
      syncOf(account, []),
      syncOf(account, many),
      syncOf({ ...account, openOrders: [] }, []),
    ],
    checks: [
      ...syncsAre(
        [
          { lastTs: 2000 },
          { found: ["orphan_order", "orphan_order", "orphan_order"], lastTs: 2000 },
          { found: ["orphan_order"], lastTs: 2000 },
          { lastTs: 2000 },
        ],
        prefix,
      ),
      namedTimes("known_ord_00", 0, 2),
      namedTimes("known_ord_2001", 1, 2),
      PROVEN,
    ],
    proof: [...["known_ord_0001", "known_ord_2000", "known_ord_2001"].map((id) => namedTimes(id, 1, 1))],
    shows: [["mismatches_total", ["rule", "orphan_order"]]],
    hasLog: true,
  };
}

function idOf(number: number): string {
  return `known_ord_${String(number).padStart(4, "0")}`;
}
