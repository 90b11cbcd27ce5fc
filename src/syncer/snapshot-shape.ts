import { Decimal } from "./decimal.js";
import { isRecord } from "./field-reader.js";
import { MARGIN_MODES, ORDER_SIDES, POSITION_SIDES } from "./snapshot.js";

type Untrusted = Readonly<Record<string, unknown>>;

// Compared one by one: `includes` costs a measurable part of a whole sync.
const [LONG, SHORT, BOTH] = POSITION_SIDES;
const [BUY, SELL] = ORDER_SIDES;
const [CROSS, ISOLATED] = MARGIN_MODES;

/**
 * What is wrong with a value that a port gave as an AccountSnapshot, or undefined where the rules can trust
 * it. A port written without types could hand over `qty: "-1"`, which no rule would ever flag.
 */
export function findShapeFault(value: unknown): string | undefined {
  if (!isRecord(value)) return "the snapshot is not an object";
  if (!Number.isSafeInteger(value.ts)) return "ts is not a whole number of Unix ms";
  if (!Array.isArray(value.positions)) return "positions is not an array";
  if (!Array.isArray(value.openOrders)) return "openOrders is not an array";
  const position = findBadPosition(value.positions);
  if (position >= 0) return `positions[${position}] is not of type PositionSnap`;
  const order = findBadOrder(value.openOrders);
  return order < 0 ? undefined : `openOrders[${order}] is not of type OpenOrderSnap`;
}

// Two plain loops: one that takes either check as a function costs twice as much for each row.
function findBadPosition(rows: readonly unknown[]): number {
  let index = 0;
  for (const row of rows) {
    if (!isObject(row) || !isPosition(row)) return index;
    index++;
  }
  return -1;
}

function findBadOrder(rows: readonly unknown[]): number {
  let index = 0;
  for (const row of rows) {
    if (!isObject(row) || !isOrder(row)) return index;
    index++;
  }
  return -1;
}

function isPosition(row: Untrusted): boolean {
  return (
    typeof row.symbol === "string" &&
    (row.side === LONG || row.side === SHORT || row.side === BOTH) &&
    row.qty instanceof Decimal &&
    (row.marginMode === undefined || row.marginMode === CROSS || row.marginMode === ISOLATED) &&
    isTime(row.ts)
  );
}

function isOrder(row: Untrusted): boolean {
  return (
    typeof row.orderId === "string" &&
    typeof row.symbol === "string" &&
    (row.side === BUY || row.side === SELL) &&
    (row.qty === null || row.qty instanceof Decimal) &&
    row.price instanceof Decimal &&
    (row.filledQty === null || row.filledQty instanceof Decimal) &&
    (row.clientOrderId === undefined || typeof row.clientOrderId === "string") &&
    isTime(row.ts)
  );
}

function isTime(value: unknown): boolean {
  return value === null || value === undefined || typeof value === "number";
}

function isObject(value: unknown): value is Untrusted {
  return typeof value === "object" && value !== null;
}
