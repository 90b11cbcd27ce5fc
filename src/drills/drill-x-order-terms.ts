import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { DRILL_CLOCK, openOrder, ourOrder, position, syncOf, told } from "./accounts.js";

/** An order that is open on other terms than ours is one finding, however many differ; another notation is none. */
export function drillX(prefix: string): Drill {
  const ids = ["price_ord_1", "terms_ord_2", "same_ord_3", "whole_ord_4"];
  const [price, terms, same, whole] = ids.map((order_id) => ourOrder({ order_id }));
  const ours = [price ?? {}, terms ?? {}, { ...same, price: "49000", qty: "0.100" }, { ...whole, qty: "5" }];
  const rows = ids.map((order_id) => openOrder({ order_id }));
  const accountOf = (...different: readonly Parameters<typeof openOrder>[0][]) =>
    syncOf({
      positions: [position()],
      openOrders: rows.map((row, at) => ({ ...row, ...(at === 3 ? { qty: null } : different[at]) })),
      ts: 2000,
    });
  const changed = accountOf({ price: "49000.01" }, { side: "SELL", price: "48000.00", qty: "0.2" });
  return {
    id: "x",
    title: "Order terms",
    injected: "an order at another price; one with another side, price and qty",
    proves: "orders on other terms are found, once each",
    now: DRILL_CLOCK,
    steps: [told(accountOf(), { orders: ours }), told(changed, { orders: ours })],
    checks: [
      ...syncsAre(
        [{ lastTs: 2000 }, { found: ["order_mismatch", "order_mismatch"], lastTs: 2000 }],
        prefix,
        MISMATCH_RULES,
      ),
      namedTimes("price_ord_1", 1, 1),
      namedTimes("terms_ord_2", 1, 1),
      PROVEN,
    ],
    proof: [namedTimes("same_ord_3", 0, 1), namedTimes("whole_ord_4", 0, 1)],
    shows: [["mismatches_total", ["rule", "order_mismatch"]]],
    hasLog: true,
  };
}
