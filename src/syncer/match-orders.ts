import { DrillError } from "../errors.js";
import type { AccountView } from "./account-view.js";
import { Decimal, isDecimalText } from "./decimal.js";
import { nameOf } from "./field-reader.js";
import { type KnownOrder, NUMBER_EXPECTED } from "./known.js";
import type { OpenOrderSnap } from "./snapshot.js";

const NOWHERE = -1;

/** Which rows the orders that we told are. */
export interface OrderMatches {
  /** For each order told, where its row stands; -1 where it has none. */
  readonly rows: readonly number[];
  /** For each row, whether it is one that we told. */
  readonly isTold: readonly boolean[];
}

/**
 * Finds the row of each order told, by the exchange's id, else by our own. Here its numbers are looked at too: most are
 * written as the exchange writes them, and need not be read.
 *
 * @throws DrillError `bad_input` where one is none, with its path, such as `orders[3].price`.
 */
export function matchOrders(orders: readonly KnownOrder[], { orders: index }: AccountView): OrderMatches {
  const rows: number[] = [];
  const isTold = index.rows.map(() => false);
  let byOwnId: ((symbol: string, id: string) => number) | null = null;
  let at = 0;
  for (const order of orders) {
    let place = index.placeOf(order.orderId, order.symbol);
    if (place === NOWHERE) {
      byOwnId ??= findingByOwnId(index.rows);
      place = byOwnId(order.symbol, order.orderId);
    }
    if (place !== NOWHERE) isTold[place] = true;
    refuseNoNumber(order, index.rows[place], at);
    rows.push(place);
    at++;
  }
  return { rows, isTold };
}

function refuseNoNumber({ price, qty }: KnownOrder, row: OpenOrderSnap | undefined, at: number): void {
  if (!isNumber(price, row?.price)) refuse(`orders[${at}].price`, price);
  if (!isNumber(qty, row?.qty)) refuse(`orders[${at}].qty`, qty);
}

function isNumber(ours: KnownOrder["price"], theirs: Decimal | null | undefined): boolean {
  if (ours === null || ours === undefined || ours instanceof Decimal) return true;
  return ours === theirs?.text || (typeof ours === "string" && isDecimalText(ours));
}

function refuse(path: string, value: unknown): never {
  throw new DrillError("bad_input", `${path}: ${NUMBER_EXPECTED}, got ${nameOf(value)}`);
}

// Our own ids need not differ: of two orders that share one, the lesser of the exchange's ids has it, wherever they stand.
function findingByOwnId(orders: readonly OpenOrderSnap[]): (symbol: string, id: string) => number {
  const index = new Map<string, Map<string, number>>();
  for (const [place, { symbol, clientOrderId, orderId }] of orders.entries()) {
    if (clientOrderId === undefined) continue;
    const ofSymbol = index.get(symbol) ?? new Map<string, number>();
    if (ofSymbol.size === 0) index.set(symbol, ofSymbol);
    const before = orders[ofSymbol.get(clientOrderId) ?? NOWHERE];
    if (before === undefined || orderId < before.orderId) ofSymbol.set(clientOrderId, place);
  }
  return (symbol, id) => index.get(symbol)?.get(id) ?? NOWHERE;
}
