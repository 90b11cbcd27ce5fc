import { compareText, type JsonValue } from "./canonical-json.js";
import { parseDecimal } from "./decimal.js";
import type { Known, KnownOrder, KnownPosition } from "./known.js";
import { readKnown } from "./read-known.js";

/**
 * What the system believes, in wire form (contract, section 7): the lists that were told, sorted, since their order
 * means nothing; null where nothing was told.
 *
 * @throws DrillError `bad_input` where it is no such thing.
 */
export function knownToWire(known: Iterable<string> | Known | null | undefined): JsonValue {
  const { orderIds, orders, positions } = readKnown(known);
  if (orderIds === null && orders === null && positions === null) return null;
  return {
    ...(orderIds === null ? null : { order_ids: [...orderIds].sort(compareText) }),
    ...(orders === null ? null : { orders: sorted(orders, orderKey).map(orderToWire) }),
    ...(positions === null ? null : { positions: sorted(positions, positionKey).map(positionToWire) }),
  };
}

function sorted<T>(rows: readonly T[], keyOf: (row: T) => readonly string[]): T[] {
  const keyed = rows.map((row) => [row, keyOf(row)] as const);
  return keyed.sort(([, a], [, b]) => compareKeys(a, b)).map(([row]) => row);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const order = compareText(part, b[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

function orderKey({ symbol, orderId }: KnownOrder): string[] {
  return [symbol, orderId];
}

function positionKey({ symbol, side, marginMode }: KnownPosition): string[] {
  return [symbol, side, marginMode ?? ""];
}

function orderToWire({ orderId, symbol, side, price, qty }: KnownOrder): JsonValue {
  return {
    order_id: orderId,
    symbol,
    ...said("side", side),
    ...said("price", textOf(price)),
    ...said("qty", textOf(qty)),
  };
}

function positionToWire({ symbol, side, qty, marginMode }: KnownPosition): JsonValue {
  return { symbol, side, ...said("qty", textOf(qty)), ...said("margin_mode", marginMode) };
}

function said(name: string, value: string | null | undefined): { readonly [name: string]: string } {
  return value === null || value === undefined ? {} : { [name]: value };
}

// An exponent is written out, as in a snapshot; where a failed fetch left a number unread, it stays what it was.
function textOf(number: KnownOrder["price"]): string | null {
  if (number === null || number === undefined) return null;
  return typeof number === "string" ? (parseDecimal(number)?.text ?? number) : number.text;
}
