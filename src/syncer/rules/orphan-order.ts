import type { KnownOrder } from "../known.js";
import { orderName, sameAs, termsOf } from "../row-text.js";
import type { OpenOrderSnap } from "../snapshot.js";
import type { Finding, RuleInput, RuleRow, Sight, WireRow } from "./rule-row.js";

const NOBODY_KNOWS = "orphan_ord_x";
const NO_IDS: ReadonlySet<string> = new Set();

/** An order is open that the system does not know. */
export const ORPHAN_ORDER = {
  name: "orphan_order",
  comparesTwoSides: true,
  needs: "order_ids",
  askedBy: "runbook",
  find: findOrphans,
  fault: (account) => {
    const [order = {}]: readonly WireRow[] = account.open_orders;
    const { client_order_id: _, ...row } = order;
    const orphan = { ...row, order_id: NOBODY_KNOWS, qty: "0.2", filled_qty: "0" };
    return { ...account, open_orders: [...account.open_orders, orphan] };
  },
  provenBy: "c",
  words: {
    fires:
      "neither an order's id nor the id that we gave it is known; not checked when neither ids nor orders are given",
    risk: "an order that nobody tracks can fill, past every risk check",
    triage: "was it placed by hand, by another program, or by this system before a restart?",
    resolution: "cancel it on the exchange, or add it to what is tracked",
  },
} as const satisfies RuleRow;

function findOrphans(
  { snapshot, knownOrderIds, knownOrders = null }: RuleInput,
  { matches }: Sight,
): Finding[] {
  if (matches?.isEachTold === true || (knownOrderIds === null && knownOrders === null)) return [];
  const ids = knownOrderIds ?? NO_IDS;
  const found: Finding[] = [];
  let isNamed: ((order: OpenOrderSnap) => boolean) | null = null;
  let place = -1;
  for (const order of snapshot.openOrders) {
    place++;
    if (matches?.isTold[place] === true || isKnownId(order, ids)) continue;
    isNamed ??= namedIn(knownOrders ?? []);
    if (!isNamed(order)) found.push(orphan(order));
  }
  return found;
}

function isKnownId({ orderId, clientOrderId }: OpenOrderSnap, ids: ReadonlySet<string>): boolean {
  return ids.has(orderId) || (clientOrderId !== undefined && ids.has(clientOrderId));
}

// For a row that no order told was matched with: a surplus one, or one whose own id is another's as well.
function namedIn(orders: readonly KnownOrder[]): (order: OpenOrderSnap) => boolean {
  const ids = new Map<string, Set<string>>();
  for (const { symbol, orderId } of orders) {
    const ofSymbol = ids.get(symbol) ?? new Set();
    ids.set(symbol, ofSymbol.add(orderId));
  }
  return ({ symbol, orderId, clientOrderId }) => {
    const ofSymbol = ids.get(symbol);
    if (ofSymbol === undefined) return false;
    return ofSymbol.has(orderId) || (clientOrderId !== undefined && ofSymbol.has(clientOrderId));
  };
}

function orphan(order: OpenOrderSnap): Finding {
  return {
    detail: `${orderName(order)} is not known; the exchange says ${termsOf(order)}`,
    sameAs: sameAs("orphan_order", order.symbol, order.orderId),
  };
}
