import type { KnownOrder, KnownPosition, OrderRow, PositionRow } from "../rows.js";
import { isSameOrder, isSamePosition } from "./agreed.js";
import type { View } from "./divergence.js";

/** The view with other order rows. */
export function withOrders(view: View, change: (rows: readonly OrderRow[]) => readonly OrderRow[]): View {
  return { ...view, account: { ...view.account, orders: change(view.account.orders) } };
}

/** The view with other position rows. */
export function withPositions(
  view: View,
  change: (rows: readonly PositionRow[]) => readonly PositionRow[],
): View {
  return { ...view, account: { ...view.account, positions: change(view.account.positions) } };
}

/** The view in which one order row is another, or several, or none. */
export function replacingOrder(
  view: View,
  order: OrderRow,
  change: (row: OrderRow) => readonly OrderRow[],
): View {
  return withOrders(view, (rows) => rows.flatMap((row) => (isSameOrder(row, order) ? change(row) : [row])));
}

/** The view in which one position row is another, or several, or none. */
export function replacingPosition(
  view: View,
  position: PositionRow,
  change: (row: PositionRow) => readonly PositionRow[],
): View {
  return withPositions(view, (rows) =>
    rows.flatMap((row) => (isSamePosition(row, position) ? change(row) : [row])),
  );
}

/** The view in which the bot says something else of one order. */
export function retellingOrder(view: View, order: KnownOrder, change: Partial<KnownOrder>): View {
  const isMeant = (told: KnownOrder) => told.key === order.key;
  const orders = view.known.orders.map((told) => (isMeant(told) ? { ...told, ...change } : told));
  return { ...view, known: { ...view.known, orders } };
}

/** The view in which the bot says so many lots more of one position. */
export function tellingMore(view: View, position: KnownPosition, lots: number): View {
  const others = view.known.positions.filter((told) => !isSamePosition(told, position));
  const told = view.known.positions.find((each) => isSamePosition(each, position));
  const positions = [...others, { ...position, qty: (told?.qty ?? 0) + lots }];
  return { ...view, known: { ...view.known, positions } };
}
