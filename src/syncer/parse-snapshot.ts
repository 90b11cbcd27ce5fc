import { DrillError, messageOf } from "../errors.js";
import { FieldReader } from "./field-reader.js";
import { printable } from "./printable.js";
import {
  type AccountSnapshot,
  MARGIN_MODES,
  type OpenOrderSnap,
  ORDER_SIDES,
  POSITION_SIDES,
  type PositionSnap,
} from "./snapshot.js";

/**
 * Reads an account snapshot in its wire form: snake_case, decimals as text (contract, section 2).
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `open_orders[3].qty`.
 */
export function parseSnapshot(value: unknown): AccountSnapshot {
  const problems: string[] = [];
  const fields = new FieldReader(value, "", problems);
  const snapshot: AccountSnapshot = {
    positions: fields.rows("positions", (row, path) => readPosition(row, path, problems)),
    openOrders: fields.rows("open_orders", (row, path) => readOrder(row, path, problems)),
    ts: fields.timestamp("ts"),
    source: fields.text("source"),
  };
  refuseProblems(problems);
  return snapshot;
}

/**
 * {@link parseSnapshot} of JSON text; the counterpart of `renderSnapshot`: `loadSnapshot(renderSnapshot(s))`
 * equals `s`.
 *
 * @throws DrillError `bad_input`, also where the text is not JSON.
 */
export function loadSnapshot(text: string): AccountSnapshot {
  return parseSnapshot(parseJson(text));
}

/**
 * JSON.parse with a one-line coded error.
 *
 * @throws DrillError `bad_input`.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DrillError("bad_input", `not JSON: ${printable(messageOf(cause))}`, { cause });
  }
}

/**
 * Ends a reading: throws where a problem was noted.
 *
 * @throws DrillError `bad_input` with the first problems in its message and all of them in `details`.
 */
export function refuseProblems(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, 3).join("; ");
  const more = problems.length > 3 ? `; and ${problems.length - 3} more` : "";
  throw new DrillError("bad_input", shown + more, { details: problems });
}

function readPosition(row: unknown, path: string, problems: string[]): PositionSnap {
  const fields = new FieldReader(row, path, problems);
  const marginMode = fields.optional("margin_mode", (name) => fields.oneOf(name, MARGIN_MODES));
  return {
    ...(marginMode === null ? null : { marginMode }),
    symbol: fields.text("symbol"),
    side: fields.oneOf("side", POSITION_SIDES),
    qty: fields.decimal("qty"),
    entryPrice: fields.nullable("entry_price", fields.decimal),
    markPrice: fields.nullable("mark_price", fields.decimal),
    unrealizedPnl: fields.nullable("unrealized_pnl", fields.decimal),
    leverage: fields.nullable("leverage", fields.integer),
    ts: fields.nullable("ts", fields.timestamp),
  };
}

function readOrder(row: unknown, path: string, problems: string[]): OpenOrderSnap {
  const fields = new FieldReader(row, path, problems);
  const clientOrderId = fields.optional("client_order_id", fields.id);
  return {
    ...(clientOrderId === null ? null : { clientOrderId }),
    orderId: fields.id("order_id"),
    symbol: fields.text("symbol"),
    side: fields.oneOf("side", ORDER_SIDES),
    orderType: fields.text("order_type"),
    price: fields.decimal("price"),
    qty: fields.nullable("qty", fields.decimal),
    filledQty: fields.nullable("filled_qty", fields.decimal),
    reduceOnly: fields.boolean("reduce_only"),
    status: fields.text("status"),
    ts: fields.nullable("ts", fields.timestamp),
  };
}
