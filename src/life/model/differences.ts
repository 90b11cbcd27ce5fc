import type { Known, KnownOrder, OrderRow } from "../rows.js";
import type { Difference } from "./finding.js";
import type { Indexed, IndexedAccount } from "./indexed.js";
import { positionDifferences } from "./position-differences.js";

/** All differences between what the exchange answers and what the bot tells; what it does not tell is not compared. */
export function differencesOf({ orders, positions }: IndexedAccount, known: Known | null): Difference[] {
  if (known === null) return [];
  return [
    ...orphans(orders, known),
    ...orderDifferences(orders, known.orders ?? []),
    ...(known.positions === null ? [] : positionDifferences([...positions.first.values()], known.positions)),
  ];
}

function orphans(rows: Indexed<OrderRow>, { orderIds, orders }: Known): Difference[] {
  if (orderIds === null && orders === null) return [];
  const onSymbol = new Set(orders?.map(({ key }) => key));
  const isKnown = ({ key, clientKey, orderId, clientOrderId }: OrderRow) =>
    onSymbol.has(key) ||
    (clientKey !== null && onSymbol.has(clientKey)) ||
    orderIds?.includes(orderId) ||
    (clientOrderId !== null && orderIds?.includes(clientOrderId));
  return [...rows.first.values()]
    .filter((row) => !isKnown(row))
    .map((row) => ({ rule: "orphan_order", row: `order ${row.key}`, amount: "" }));
}

function orderDifferences(rows: Indexed<OrderRow>, known: readonly KnownOrder[]): Difference[] {
  const found: Difference[] = [];
  for (const order of known) {
    const row = rows.first.get(order.key) ?? byClientKey(rows, order.key);
    const name = `order ${order.key}`;
    if (row === undefined) found.push({ rule: "missing_order", row: name, amount: "" });
    else if (differs(order, row)) {
      found.push({ rule: "order_mismatch", row: name, amount: amountOf(order, row) });
    }
  }
  return found;
}

function byClientKey(rows: Indexed<OrderRow>, key: string): OrderRow | undefined {
  for (const row of rows.first.values()) if (row.clientKey === key) return row;
  return undefined;
}

function differs(ours: KnownOrder, theirs: OrderRow): boolean {
  return differ(ours.side, theirs.side) || differ(ours.price, theirs.price) || differ(ours.qty, theirs.qty);
}

function differ(ours: string | number | null, theirs: string | number | null): boolean {
  return ours !== null && theirs !== null && ours !== theirs;
}

function amountOf(ours: KnownOrder, theirs: OrderRow): string {
  const fields = ["side", "price", "qty"] as const;
  const differing = fields.filter((field) => differ(ours[field], theirs[field]));
  return differing.map((field) => `${field} ${theirs[field]} not ${ours[field]}`).join(", ");
}
