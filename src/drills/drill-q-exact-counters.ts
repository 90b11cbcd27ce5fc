import { type Drill, PROVEN } from "../drill/drill.js";
import { countersAre } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

const FAULTS = ["duplicate_key", "negative_qty", "orphan_order"] as const;

/** Counters stand still while nothing is wrong, move by what was found, and stand still again. */
export function drillQ(prefix: string): Drill {
  const clean = syncOf({ positions: [position()], openOrders: [openOrder()], ts: 2000 }, ["known_ord_1"]);
  const twice = [position(), position({ qty: "-0.5" })];
  const faulty = syncOf(
    { positions: twice, openOrders: [openOrder({ order_id: "orphan_ord_x" })], ts: 2000 },
    ["known_ord_1"],
  );
  const [fine, found] = [{ lastTs: 2000 }, { found: FAULTS, lastTs: 2000 }];
  return {
    id: "q",
    title: "Exact counters",
    injected: "ten clean syncs, five with faults, ten clean ones",
    proves: "counters exact over 25 syncs",
    now: DRILL_CLOCK,
    steps: [...repeat(10, clean), ...repeat(5, faulty), ...repeat(10, clean)],
    checks: [
      ...syncsAre([...repeat(10, fine), ...repeat(5, found), ...repeat(10, fine)], prefix),
      countersAre([], prefix, 10),
      countersAre(FAULTS, prefix, 11),
      countersAre(repeat(5, FAULTS).flat(), prefix, 15),
      countersAre(repeat(5, FAULTS).flat(), prefix, 24),
      PROVEN,
    ],
    proof: [],
    shows: [
      ["mismatches_total", ["rule", "negative_qty"]],
      ["mismatches_total", ["rule", "orphan_order"]],
    ],
    hasLog: true,
    scrapedAfter: [10, 11, 15, 24],
  };
}

function repeat<T>(times: number, value: T): T[] {
  return Array.from({ length: times }, () => value);
}
