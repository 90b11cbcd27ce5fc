import { DrillError } from "../errors.js";
import type { AccountView } from "./account-view.js";
import type { Decimal } from "./decimal.js";
import { nameOf } from "./field-reader.js";
import { isNumber, isSaid, type KnownOrder, NUMBER_EXPECTED } from "./known.js";
import type { RowIndex } from "./row-index.js";
import type { OpenOrderSnap } from "./snapshot.js";

const NOWHERE = -1;

/** Which rows the orders that we told are. */
export interface OrderMatches {
  /** For each order told, where its row stands; -1 where it has none. */
  readonly rows: readonly number[];
  /** The places of those orders told that have a row, and are not written like it. */
  readonly unlike: readonly number[];
  /** For each row, whether it is one that we told. */
  readonly isTold: readonly boolean[];
  /** Whether each order told has a row, and each row is one that we told: of a healthy account, both. */
  readonly isEachThere: boolean;
  readonly isEachTold: boolean;
}

/**
 * Finds the row of each order told, by the exchange's id, else by our own. Here its numbers are looked at too: most are
 * written as the exchange writes them, and need not be read.
 *
 * @throws DrillError `bad_input` where one is none, with its path, such as `orders[3].price`.
 */
export function matchOrders(orders: readonly KnownOrder[], { orders: index }: AccountView): OrderMatches {
  const rows: number[] = [];
  const unlike: number[] = [];
  const isTold = new Array<boolean>(index.rows.length).fill(false);
  const byOwnId = lazily(() => placesByOwnId(index.rows));
  let [told, missing, shift] = [0, 0, 0];
  for (const order of orders) {
    const at = rows.length;
    let place = placeOf(order, index, at + shift);
    if (place === NOWHERE) place = byOwnId().get(order.symbol)?.get(order.orderId) ?? NOWHERE;
    const row = index.rows[place];
    rows.push(place);
    if (row === undefined) {
      refuseNoNumber(order, at);
      missing++;
      continue;
    }
    told += Number(isTold[place] === false);
    isTold[place] = true;
    shift = place - at;
    if (isWrittenAlike(order, row)) continue;
    refuseNoNumber(order, at);
    unlike.push(at);
  }
  return { rows, isTold, unlike, isEachThere: missing === 0, isEachTold: told === isTold.length };
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

// Both sides mostly keep their orders in one order: to look there first costs less than a look-up.
function placeOf({ orderId, symbol }: KnownOrder, index: RowIndex<OpenOrderSnap>, guess: number): number {
  const there = index.rows[guess];
  if (there?.orderId === orderId && there.symbol === symbol && index.surplus.length === 0) return guess;
  return index.placeOf(orderId, symbol);
}

function isWrittenAlike({ side, price, qty }: KnownOrder, row: OpenOrderSnap): boolean {
  return (
    (side === row.side || !isSaid(side)) &&
    (!isSaid(price) || textOf(price) === row.price.text) &&
    (!isSaid(qty) || (row.qty !== null && textOf(qty) === row.qty.text))
  );
}

function textOf(number: Decimal | string): string {
  return typeof number === "string" ? number : number.text;
}

function refuseNoNumber({ price, qty }: KnownOrder, at: number): void {
  if (isSaid(price) && !isNumber(price)) refuse(`orders[${at}].price`, price);
  if (isSaid(qty) && !isNumber(qty)) refuse(`orders[${at}].qty`, qty);
}

function refuse(path: string, value: unknown): never {
  throw new DrillError("bad_input", `${path}: ${NUMBER_EXPECTED}, got ${nameOf(value)}`);
}

// Our own ids need not differ: of two orders that share one, the lesser of the exchange's ids has it, wherever they stand.
function placesByOwnId(orders: readonly OpenOrderSnap[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const index = new Map<string, Map<string, number>>();
  for (const [place, { symbol, clientOrderId, orderId }] of orders.entries()) {
    if (clientOrderId === undefined) continue;
    const ofSymbol = index.get(symbol) ?? new Map<string, number>();
    if (ofSymbol.size === 0) index.set(symbol, ofSymbol);
    const before = orders[ofSymbol.get(clientOrderId) ?? NOWHERE];
    if (before === undefined || orderId < before.orderId) ofSymbol.set(clientOrderId, place);
  }
  return index;
}
