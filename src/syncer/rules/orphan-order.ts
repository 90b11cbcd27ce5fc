import { quoted } from "../printable.js";
import type { RuleInput, RuleRow } from "./rule-row.js";

const NOBODY_KNOWS = "orphan_ord_x";

/** An order is open that the system does not know. */
export const ORPHAN_ORDER = {
  name: "orphan_order",
  comparesTwoSides: true,
  find: findOrphans,
  fault: (account) => {
    const [order = {}] = account.open_orders;
    const orphan = { ...order, order_id: NOBODY_KNOWS, qty: "0.2" };
    return { ...account, open_orders: [...account.open_orders, orphan] };
  },
  provenBy: "c",
  words: {
    fires: "an order's id is not among the known ones; not checked when none are given",
    risk: "an order that nobody tracks can fill, past every risk check",
    triage: "was it placed by hand, by another program, or by this system before a restart?",
    resolution: "cancel it on the exchange, or add it to what is tracked",
  },
} as const satisfies RuleRow;

function findOrphans({ snapshot, knownOrderIds }: RuleInput): string[] {
  const found: string[] = [];
  if (knownOrderIds === null) return found;
  for (const { orderId, symbol } of snapshot.openOrders) {
    if (!knownOrderIds.has(orderId)) {
      found.push(`order ${quoted(orderId)} on ${quoted(symbol)} is not known`);
    }
  }
  return found;
}
