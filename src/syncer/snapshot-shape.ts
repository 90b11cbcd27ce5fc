import { ORDER_SIDES, POSITION_SIDES } from "./contracts.js";
import { Decimal } from "./decimal.js";
import { isRecord } from "./field-reader.js";

type Untrusted = Readonly<Record<string, unknown>>;

// Compared one by one: `includes` costs a measurable part of a whole sync.
const [LONG, SHORT, BOTH] = POSITION_SIDES;
const [BUY, SELL] = ORDER_SIDES;

/**
 * What is wrong with a value that a port gave as an AccountSnapshot, or undefined where the rules can trust
 * it. A port written without types could hand over `qty: "-1"`, which no rule would ever flag.
 */
export function findShapeFault(value: unknown): string | undefined {
  if (!isRecord(value)) return "the snapshot is not an object";
  if (!Number.isSafeInteger(value.ts)) return "ts is not a whole number of Unix ms";
  return (
    findRowFault("positions", value.positions, isPosition, "PositionSnap") ??
    findRowFault("openOrders", value.openOrders, isOrder, "OpenOrderSnap")
  );
}

function findRowFault(
  name: string,
  rows: unknown,
  isRow: (row: Untrusted) => boolean,
  type: string,
): string | undefined {
  if (!Array.isArray(rows)) return `${name} is not an array`;
  const bad = rows.findIndex((row: unknown) => !isObject(row) || !isRow(row));
  return bad < 0 ? undefined : `${name}[${bad}] is not of type ${type}`;
}

function isPosition(row: Untrusted): boolean {
  return (
    typeof row.symbol === "string" &&
    (row.side === LONG || row.side === SHORT || row.side === BOTH) &&
    row.qty instanceof Decimal
  );
}

function isOrder(row: Untrusted): boolean {
  return (
    typeof row.orderId === "string" &&
    typeof row.symbol === "string" &&
    (row.side === BUY || row.side === SELL) &&
    row.qty instanceof Decimal &&
    row.price instanceof Decimal &&
    row.filledQty instanceof Decimal
  );
}

function isObject(value: unknown): value is Untrusted {
  return typeof value === "object" && value !== null;
}
