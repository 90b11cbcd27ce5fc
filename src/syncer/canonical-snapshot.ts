import { canonicalString, compareText } from "./canonical-json.js";
import type { AccountSnapshot, OpenOrderSnap, PositionSnap } from "./contracts.js";
import { compareDecimals, type Decimal } from "./decimal.js";

/** A copy in canonical order: by (symbol, side). Rows of equal keys keep the order they came in. */
export function canonicalPositions(positions: readonly PositionSnap[]): PositionSnap[] {
  return [...positions].sort((a, b) => compareText(a.symbol, b.symbol) || compareText(a.side, b.side));
}

/** A copy in canonical order: by (symbol, side, order_type, price, qty, order_id); price and qty as numbers. */
export function canonicalOrders(orders: readonly OpenOrderSnap[]): OpenOrderSnap[] {
  return [...orders].sort(
    (a, b) =>
      compareText(a.symbol, b.symbol) ||
      compareText(a.side, b.side) ||
      compareText(a.orderType, b.orderType) ||
      compareDecimals(a.price, b.price) ||
      compareDecimals(a.qty, b.qty) ||
      compareText(a.orderId, b.orderId),
  );
}

/**
 * The snapshot as canonical JSON, without the newline that a file ends with. The rows are written out
 * field by field, keys already sorted: several times faster than the general renderer, and a property
 * test holds the two equal.
 */
export function renderSnapshot(snapshot: AccountSnapshot): string {
  const orders = renderOrders(snapshot.openOrders);
  const positions = renderPositions(snapshot.positions);
  const source = canonicalString(snapshot.source);
  return `{"open_orders":${orders},"positions":${positions},"source":${source},"ts":${snapshot.ts}}`;
}

/** Open orders alone, as a canonical JSON array. */
export function renderOrders(orders: readonly OpenOrderSnap[]): string {
  return `[${canonicalOrders(orders).map(renderOrder).join(",")}]`;
}

/** Positions alone, as a canonical JSON array. */
export function renderPositions(positions: readonly PositionSnap[]): string {
  return `[${canonicalPositions(positions).map(renderPosition).join(",")}]`;
}

function renderOrder(order: OpenOrderSnap): string {
  return (
    `{"filled_qty":"${order.filledQty.text}","order_id":${canonicalString(order.orderId)}` +
    `,"order_type":${canonicalString(order.orderType)},"price":"${order.price.text}"` +
    `,"qty":"${order.qty.text}","reduce_only":${order.reduceOnly},"side":"${order.side}"` +
    `,"status":${canonicalString(order.status)},"symbol":${canonicalString(order.symbol)}` +
    `,"ts":${order.ts}}`
  );
}

function renderPosition(position: PositionSnap): string {
  return (
    `{"entry_price":${decimalOrNull(position.entryPrice)},"leverage":${position.leverage}` +
    `,"mark_price":${decimalOrNull(position.markPrice)},"qty":"${position.qty.text}"` +
    `,"side":"${position.side}","symbol":${canonicalString(position.symbol)}` +
    `,"ts":${position.ts},"unrealized_pnl":${decimalOrNull(position.unrealizedPnl)}}`
  );
}

function decimalOrNull(value: Decimal | null): string {
  return value === null ? "null" : `"${value.text}"`;
}
