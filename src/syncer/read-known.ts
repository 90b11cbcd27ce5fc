import { DrillError } from "../errors.js";
import { isRecord, nameOf } from "./field-reader.js";
import {
  isNumber,
  isSaid,
  type Known,
  type KnownOrder,
  type KnownPosition,
  NOTHING_TOLD,
  NUMBER_EXPECTED,
  type Told,
} from "./known.js";
import { printable } from "./printable.js";
import { MARGIN_MODES, ORDER_SIDES, POSITION_SIDES } from "./snapshot.js";

/**
 * Reads what the system believes, each list once, as it is now. A Set of ids is used as it is, and so is each row: a
 * copy of a million would cost as much as comparing them.
 *
 * @throws DrillError `bad_input` that names the path, such as `orders[3].price`.
 */
export function readKnown(known: Iterable<string> | Known | null | undefined): Told {
  if (known === null || known === undefined) return NOTHING_TOLD;
  if (isIterable(known)) return { ...NOTHING_TOLD, orderIds: readIds(known, "known") };
  if (!isRecord(known)) refuse("known", "expected ids, or { orderIds, orders, positions }", known);
  const { orderIds, orders, positions } = known;
  if (orderIds === undefined && orders === undefined && positions === undefined) refuseOthers(known);
  return {
    orderIds: isSaid(orderIds) ? readIds(orderIds, "orderIds") : null,
    orders: isSaid(orders) ? readRows(orders, "orders", isOrder, ORDER_FIELDS) : null,
    positions: isSaid(positions) ? readRows(positions, "positions", isPosition, POSITION_FIELDS) : null,
  };
}

// Names of another notation would compare nothing, unseen.
function refuseOthers(known: object): void {
  const name = Object.keys(known).find((key) => !LISTS.includes(key));
  if (name === undefined) return;
  throw new DrillError("bad_input", `known.${printable(name)}: no such field; there are ${LISTS.join(", ")}`);
}

function readIds(ids: unknown, path: string): ReadonlySet<string> {
  if (isSet(ids)) return ids;
  const read = new Set<string>();
  let index = 0;
  for (const id of listOf(ids, path)) {
    if (!isText(id)) return refuse(`${path}[${index}]`, TEXT, id);
    read.add(id);
    index++;
  }
  return read;
}

// What a set holds that is no text, no order has: it is loud as it is, and looking at each id costs a sixth of a sync.
function isSet(ids: unknown): ids is ReadonlySet<string> {
  return ids instanceof Set;
}

const LISTS = ["orderIds", "orders", "positions"];
type Row = Readonly<Record<string, unknown>>;
/** What each field of a row must be, in words and as a test. */
type Fields = Readonly<Record<string, readonly [expectation: string, test: (value: unknown) => boolean]>>;

function readRows<T>(
  rows: unknown,
  list: string,
  isWhole: (row: Row) => row is Row & T,
  fields: Fields,
): readonly T[] {
  const given = listOf(rows, list);
  const read: readonly unknown[] = Array.isArray(given) ? given : [...given];
  if (areAll(read, isWhole)) return read;
  const bad = read.findIndex((row) => !isRecord(row) || !isWhole(row));
  return refuseRow(read[bad], `${list}[${bad}]`, fields);
}

function areAll<T>(rows: readonly unknown[], isWhole: (row: Row) => row is Row & T): rows is readonly T[] {
  for (const row of rows) if (!isRecord(row) || !isWhole(row)) return false;
  return true;
}

function refuseRow(row: unknown, path: string, fields: Fields): never {
  if (!isRecord(row)) return refuse(path, "expected an object", row);
  for (const [name, [expectation, test]] of Object.entries(fields)) {
    if (!test(row[name])) refuse(`${path}.${name}`, expectation, row[name]);
  }
  return refuse(path, "expected an object", row);
}

const [BUY, SELL] = ORDER_SIDES;
const [LONG, SHORT, BOTH] = POSITION_SIDES;
const [CROSS, ISOLATED] = MARGIN_MODES;
const TEXT = "expected text that is not empty";

const ORDER_FIELDS: Fields = {
  orderId: [TEXT, isText],
  symbol: [TEXT, isText],
  side: [`expected ${ORDER_SIDES.join(", ")}`, isOrderSide],
};

const POSITION_FIELDS: Fields = {
  symbol: [TEXT, isText],
  side: [`expected ${POSITION_SIDES.join(", ")}`, isPositionSide],
  qty: [NUMBER_EXPECTED, isNumber],
  marginMode: [`expected ${MARGIN_MODES.join(", ")}`, isMarginMode],
};

// Its numbers are read where it is matched.
function isOrder(row: Row): row is Row & KnownOrder {
  return isText(row.orderId) && isText(row.symbol) && isOrderSide(row.side);
}

function isPosition(row: Row): row is Row & KnownPosition {
  return isText(row.symbol) && isPositionSide(row.side) && isNumber(row.qty) && isMarginMode(row.marginMode);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isOrderSide(value: unknown): boolean {
  return !isSaid(value) || value === BUY || value === SELL;
}

function isPositionSide(value: unknown): boolean {
  return value === LONG || value === SHORT || value === BOTH;
}

function isMarginMode(value: unknown): boolean {
  return !isSaid(value) || value === CROSS || value === ISOLATED;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return Symbol.iterator in Object(value);
}

// Text is iterable too, letter by letter.
function listOf(value: unknown, path: string): Iterable<unknown> {
  if (typeof value !== "string" && isIterable(value)) return value;
  return refuse(path, "expected a list, a Set or another iterable", value);
}

function refuse(path: string, expectation: string, value: unknown): never {
  throw new DrillError("bad_input", `${path}: ${expectation}, got ${nameOf(value)}`);
}
