import { DrillError } from "../errors.js";
import { type Decimal, decimal, isNegative, isZero, negated, subtractDecimals } from "./decimal.js";
import { FieldReader, isRecord, nameOf } from "./field-reader.js";
import { refuseProblems } from "./parse-snapshot.js";
import {
  type AccountSnapshot,
  MARGIN_MODES,
  type MarginMode,
  type OpenOrderSnap,
  type PositionSide,
  type PositionSnap,
} from "./snapshot.js";

const NOT_SAID = "UNKNOWN";
const ZERO = decimal("0");
const FORM = '{"timestamp": ms, "positions": [...], "open_orders": [...]}';
/** Statuses of orders that cannot fill any more, in ccxt's words. */
const FINAL = ["closed", "canceled", "expired", "rejected"];

/** How {@link parseCcxt} reads. */
export interface CcxtReading {
  /** Whether `timestamp` must be there: where the snapshot is to be held against an earlier one. */
  readonly needsTimestamp?: boolean;
}

/**
 * Reads `{"timestamp"?: ms, "positions"?: [...], "open_orders": [...]}` with rows in ccxt's unified structures
 * (ccxt manual, "Position Structure" and "Order Structure"; mapping: contract, section 7).
 *
 * `timestamp` is as of when the answer holds. Without it, ts is that of the newest row, which is good for one look: the
 * newest row may leave, and the next snapshot would be older than this one.
 *
 * What decides a verdict must be there; what no rule needs may be null: a type or status that the
 * exchange did not say becomes UNKNOWN, a fractional leverage becomes null.
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `positions[0].contracts`.
 */
export function parseCcxt(value: unknown, { needsTimestamp = false }: CcxtReading = {}): AccountSnapshot {
  if (!isRecord(value)) {
    const problem = `top level: expected ${FORM}, got ${nameOf(value)}`;
    throw new DrillError("bad_input", problem, { details: [problem] });
  }
  const problems: string[] = [];
  const fields = new FieldReader(value, "", problems);
  const timestamp = needsTimestamp
    ? fields.timestamp("timestamp")
    : fields.optional("timestamp", fields.timestamp);
  const rows = value.positions === undefined ? [] : fields.rows("positions", pathed);
  const positions = rows
    .map(([row, path]) => readPosition(row, path, problems))
    .filter((position) => !isZero(position.qty));
  const openOrders = fields
    .rows("open_orders", pathed)
    .filter(([row]) => !isFinal(row))
    .map(([row, path]) => readOrder(row, path, problems));
  const ts = timestamp ?? greatestTs([...positions, ...openOrders]);
  if (ts === null) {
    fields.refuse("timestamp", "no row carries a timestamp, so expected the snapshot's own", null);
  }
  refuseProblems(problems);
  return { positions, openOrders, ts: ts ?? 0, source: "exchange" };
}

function pathed(row: unknown, path: string): readonly [row: unknown, path: string] {
  return [row, path];
}

// Some exchanges list orders that are done among the open ones.
function isFinal(row: unknown): boolean {
  return isRecord(row) && typeof row.status === "string" && FINAL.includes(row.status.toLowerCase());
}

function readPosition(row: unknown, path: string, problems: string[]): PositionSnap {
  const fields = new FieldReader(row, path, problems);
  const contracts = fields.looseDecimal("contracts");
  const leverage = fields.optional("leverage", fields.looseDecimal);
  const marginMode = readMarginMode(fields);
  return {
    ...(marginMode === null ? null : { marginMode }),
    symbol: fields.text("symbol"),
    ...readSide(fields, contracts),
    entryPrice: fields.optional("entryPrice", fields.looseDecimal),
    markPrice: fields.optional("markPrice", fields.looseDecimal),
    unrealizedPnl: fields.optional("unrealizedPnl", fields.looseDecimal),
    leverage: leverage === null ? null : wholeNumber(leverage),
    ts: readTime(fields),
  };
}

// A mode of another name is one that is not said: two rows of it would be one position twice.
function readMarginMode(fields: FieldReader): MarginMode | null {
  const said = fields.raw("marginMode");
  if (typeof said !== "string") return null;
  return MARGIN_MODES.find((mode) => mode === said.toUpperCase()) ?? null;
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

function readOrder(row: unknown, path: string, problems: string[]): OpenOrderSnap {
  const fields = new FieldReader(row, path, problems);
  const qty = fields.optional("amount", fields.looseDecimal);
  const type = fields.optional("type", fields.text);
  const clientOrderId = readOwnId(fields);
  return {
    ...(clientOrderId === null ? null : { clientOrderId }),
    orderId: fields.id("id"),
    symbol: fields.text("symbol"),
    side: fields.oneOf("side", ["buy", "sell"]) === "buy" ? "BUY" : "SELL",
    orderType: type === null ? NOT_SAID : type.toUpperCase(),
    price: readPrice(fields, type),
    qty,
    filledQty: readFilled(fields, qty),
    reduceOnly: fields.optional("reduceOnly", fields.boolean) ?? false,
    status: fields.optional("status", fields.text)?.toUpperCase() ?? NOT_SAID,
    ts: readTime(fields),
  };
}

// Some exchanges send empty text for an order that was given none.
function readOwnId(fields: FieldReader): string | null {
  return fields.raw("clientOrderId") === "" ? null : fields.optional("clientOrderId", fields.id);
}

function readPrice(fields: FieldReader, type: string | null): Decimal {
  if (type === "limit") return fields.looseDecimal("price");
  return fields.optional("price", fields.looseDecimal) ?? ZERO;
}

function readFilled(fields: FieldReader, amount: Decimal | null): Decimal | null {
  const filled = fields.optional("filled", fields.looseDecimal);
  if (filled !== null || amount === null) return filled;
  const remaining = fields.optional("remaining", fields.looseDecimal);
  return remaining === null ? null : subtractDecimals(amount, remaining);
}

// When the exchange last changed the row, where ccxt says so, else what it dates the row by.
function readTime(fields: FieldReader): number | null {
  const changed = fields.optional("lastUpdateTimestamp", fields.timestamp);
  return changed ?? fields.optional("timestamp", fields.timestamp);
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
