import { type Decimal, decimal, isNegative, isZero, negated, subtractDecimals } from "./decimal.js";
import { FieldReader } from "./field-reader.js";
import { refuseProblems } from "./parse-snapshot.js";
import type { AccountSnapshot, OpenOrderSnap, PositionSide, PositionSnap } from "./snapshot.js";

const NOT_SAID = "UNKNOWN";
const ZERO = decimal("0");

/**
 * Reads `{"timestamp"?: ms, "positions": [...], "open_orders": [...]}` with rows in ccxt's unified structures
 * (ccxt manual, "Position Structure" and "Order Structure"; mapping: contract, section 7).
 *
 * What decides a verdict must be there; what no rule needs may be null: a type or status that the
 * exchange did not say becomes UNKNOWN, a fractional leverage becomes null.
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `positions[0].contracts`.
 */
export function parseCcxt(value: unknown): AccountSnapshot {
  const problems: string[] = [];
  const fields = new FieldReader(value, "", problems);
  const fileTs = fields.optional("timestamp", fields.timestamp);
  const positions = fields
    .rows("positions", (row, path) => readPosition(row, path, fileTs, problems))
    .filter((position) => !isZero(position.qty));
  const openOrders = fields.rows("open_orders", (row, path) => readOrder(row, path, fileTs, problems));
  const ts = greatestTs([...positions, ...openOrders]);
  if (ts === null) {
    fields.refuse("timestamp", "no row carries a timestamp, so expected the snapshot's own", null);
  }
  refuseProblems(problems);
  return { positions, openOrders, ts: ts ?? 0, source: "exchange" };
}

function readPosition(row: unknown, path: string, fileTs: number | null, problems: string[]): PositionSnap {
  const fields = new FieldReader(row, path, problems);
  const contracts = fields.looseDecimal("contracts");
  const leverage = fields.optional("leverage", fields.looseDecimal);
  return {
    symbol: fields.text("symbol"),
    ...readSide(fields, contracts),
    entryPrice: fields.optional("entryPrice", fields.looseDecimal),
    markPrice: fields.optional("markPrice", fields.looseDecimal),
    unrealizedPnl: fields.optional("unrealizedPnl", fields.looseDecimal),
    leverage: leverage === null ? null : wholeNumber(leverage),
    ts: fields.optional("timestamp", fields.timestamp) ?? fileTs,
  };
}

// One-way mode may leave the side to the sign of the size; a hedged account has two legs, so its side must be said.
function readSide(fields: FieldReader, contracts: Decimal): { side: PositionSide; qty: Decimal } {
  const said = fields.raw("side");
  if (said === "long") return { side: "LONG", qty: contracts };
  if (said === "short") return { side: "SHORT", qty: contracts };
  if (isZero(contracts)) return { side: "BOTH", qty: contracts };
  if ((said !== null && said !== undefined) || fields.raw("hedged") === true) {
    fields.refuse("side", "expected long or short", null);
  }
  if (!isNegative(contracts)) return { side: "LONG", qty: contracts };
  return { side: "SHORT", qty: negated(contracts) };
}

function readOrder(row: unknown, path: string, fileTs: number | null, problems: string[]): OpenOrderSnap {
  const fields = new FieldReader(row, path, problems);
  const qty = fields.looseDecimal("amount");
  const type = fields.optional("type", fields.text);
  return {
    orderId: fields.id("id"),
    symbol: fields.text("symbol"),
    side: fields.oneOf("side", ["buy", "sell"]) === "buy" ? "BUY" : "SELL",
    orderType: type === null ? NOT_SAID : type.toUpperCase(),
    price: readPrice(fields, type),
    qty,
    filledQty: readFilled(fields, qty),
    reduceOnly: fields.optional("reduceOnly", fields.boolean) ?? false,
    status: fields.optional("status", fields.text)?.toUpperCase() ?? NOT_SAID,
    ts: fields.optional("timestamp", fields.timestamp) ?? fileTs,
  };
}

function readPrice(fields: FieldReader, type: string | null): Decimal {
  if (type === "limit") return fields.looseDecimal("price");
  return fields.optional("price", fields.looseDecimal) ?? ZERO;
}

function readFilled(fields: FieldReader, amount: Decimal): Decimal {
  const filled = fields.optional("filled", fields.looseDecimal);
  if (filled !== null) return filled;
  const remaining = fields.optional("remaining", fields.looseDecimal);
  if (remaining !== null) return subtractDecimals(amount, remaining);
  return fields.refuse("filled", "expected filled, or remaining in its place", ZERO);
}

// "10.00" is 10. (Adding 0 turns -0 into 0.)
function wholeNumber({ text }: Decimal): number | null {
  const whole = /^(-?[0-9]+)(?:\.0+)?$/.exec(text)?.[1];
  const value = whole === undefined ? Number.NaN : Number(whole) + 0;
  return Number.isSafeInteger(value) ? value : null;
}

function greatestTs(rows: readonly { readonly ts: number | null }[]): number | null {
  let greatest: number | null = rows.length === 0 ? 0 : null;
  for (const { ts } of rows) {
    if (ts !== null && (greatest === null || ts > greatest)) greatest = ts;
  }
  return greatest;
}
