import {
  type KnownOrder,
  type KnownPosition,
  type OrderRow,
  type PositionRow,
  positionKey,
} from "../rows.js";
import type { View } from "./divergence.js";

/** An order on which exchange and bot agree. */
export interface AgreedOrder {
  readonly row: OrderRow;
  readonly known: KnownOrder;
}

/** A position on which they agree; `known` names its mode only where the bot does. */
export interface AgreedPosition {
  readonly row: PositionRow;
  readonly known: KnownPosition;
}

/** The orders that stand on both sides, alike, and that stay: no market order. */
export function agreedOrders({ account, known }: View): AgreedOrder[] {
  return account.orders.flatMap((row) => {
    const told = known.orders.find((order) => isToldAs(row, order));
    return told !== undefined && isAlike(row, told) && row.orderType !== "MARKET"
      ? [{ row, known: told }]
      : [];
  });
}

/** The positions, larger than zero, whose size both sides give alike. */
export function agreedPositions({ account, known }: View): AgreedPosition[] {
  return account.positions.flatMap((row) => {
    const told = known.positions.find((position) => isToldFor(row, position));
    if (told === undefined || row.qty === 0) return [];
    const rows = account.positions.filter((other) => isToldFor(other, told));
    const qty = rows.reduce((total, other) => total + other.qty, 0);
    return qty === told.qty ? [{ row, known: told }] : [];
  });
}

/** Whether the bot means this row, by the exchange's id or by its own. */
export function isToldAs(row: OrderRow, { key }: KnownOrder): boolean {
  return key === row.key || key === row.clientKey;
}

export function isSameOrder(a: OrderRow, b: OrderRow): boolean {
  return a.key === b.key;
}

export function isSamePosition(
  a: Pick<PositionRow, "instrument" | "side" | "marginMode">,
  b: Pick<PositionRow, "instrument" | "side" | "marginMode">,
): boolean {
  return positionKey(a) === positionKey(b);
}

function isToldFor(row: PositionRow, { instrument, side, marginMode }: KnownPosition): boolean {
  const sameMode = marginMode === null || row.marginMode === null || marginMode === row.marginMode;
  return instrument === row.instrument && side === row.side && sameMode;
}

function isAlike(row: OrderRow, { side, price, qty }: KnownOrder): boolean {
  return (
    (side === null || side === row.side) &&
    (price === null || price === row.price) &&
    (qty === null || row.qty === null || qty === row.qty)
  );
}
