import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { DRILL_CLOCK, openOrder, ourOrder, position, syncOf, told } from "./accounts.js";

/** An order of ours that is not open is missed, on its own symbol; one that goes by the id that we gave it is not. */
export function drillW(prefix: string): Drill {
  const open = openOrder({ order_id: "known_ord_1" });
  const ours = openOrder({ order_id: "70001", client_order_id: "bot_ord_2", symbol: "ETHUSDT" });
  const orders = [
    ourOrder(),
    ourOrder({ order_id: "bot_ord_2", symbol: "ETHUSDT" }),
    ourOrder({ order_id: "gone_ord_3" }),
    ourOrder({ order_id: "70001", symbol: "SOLUSDT" }),
  ];
  const account = syncOf({ positions: [position()], openOrders: [open, ours], ts: 2000 });
  return {
    id: "w",
    title: "Missing orders",
    injected:
      "of four orders of ours two are open, one by our own id; the third is gone, the fourth is on another symbol",
    proves: "gone_ord_3 missed, known_ord_1 not missed",
    now: DRILL_CLOCK,
    steps: [told(account, { orders: orders.slice(0, 2) }), told(account, { orders })],
    checks: [
      ...syncsAre(
        [{ lastTs: 2000 }, { found: ["missing_order", "missing_order"], lastTs: 2000 }],
        prefix,
        MISMATCH_RULES,
      ),
      namedTimes("gone_ord_3", 1, 1),
      namedTimes("SOLUSDT", 1, 1),
      PROVEN,
    ],
    proof: [namedTimes("known_ord_1", 0, 1), namedTimes("bot_ord_2", 0, 1)],
    shows: [["mismatches_total", ["rule", "missing_order"]]],
    hasLog: true,
  };
}
