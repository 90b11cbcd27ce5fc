import { Decimal } from "./decimal.js";
import { isRecord } from "./field-reader.js";

/**
 * What is wrong with a value that a port gave as an AccountSnapshot, or undefined where the rules can trust
 * it. A port written without types could hand over `qty: "-1"`, which no rule would ever flag.
 */
export function findShapeFault(value: unknown): string | undefined {
  if (!isRecord(value)) return "the snapshot is not an object";
  if (!Number.isSafeInteger(value.ts)) return "ts is not a whole number of Unix ms";
  if (!Array.isArray(value.positions)) return "positions is not an array";
  if (!Array.isArray(value.openOrders)) return "openOrders is not an array";
  const position = value.positions.findIndex((row: unknown) => !isPosition(row));
  if (position >= 0) return `positions[${position}] is not a PositionSnap`;
  const order = value.openOrders.findIndex((row: unknown) => !isOrder(row));
  return order >= 0 ? `openOrders[${order}] is not an OpenOrderSnap` : undefined;
}

function isPosition(row: unknown): boolean {
  if (!isRecord(row)) return false;
  return typeof row.symbol === "string" && typeof row.side === "string" && isDecimal(row.qty);
}

function isOrder(row: unknown): boolean {
  if (!isRecord(row)) return false;
  return (
    typeof row.orderId === "string" &&
    typeof row.symbol === "string" &&
    isDecimal(row.qty) &&
    isDecimal(row.price) &&
    isDecimal(row.filledQty)
  );
}

function isDecimal(value: unknown): boolean {
  return value instanceof Decimal;
}
