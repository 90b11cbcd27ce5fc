import { FieldReader } from "./field-reader.js";
import type { Known, KnownOrder, KnownPosition } from "./known.js";
import { refuseProblems } from "./parse-snapshot.js";
import { quoted } from "./printable.js";
import { MARGIN_MODES, ORDER_SIDES, POSITION_SIDES } from "./snapshot.js";

const LISTS = ["order_ids", "orders", "positions"];
const ORDER_FIELDS = ["order_id", "symbol", "side", "price", "qty"];
const POSITION_FIELDS = ["symbol", "side", "qty", "margin_mode"];

/**
 * Reads what the system believes in its wire form: `{"order_ids"?, "orders"?, "positions"?}` (contract, section 7). A
 * list that is null is not told. Strictly: a misspelt field would compare nothing, unseen.
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `orders[3].price`.
 */
export function parseExpected(value: unknown): Known {
  const problems: string[] = [];
  const fields = new FieldReader(value, "", problems);
  fields.only(LISTS);
  const known = {
    orderIds: fields.optional("order_ids", (name) => readIds(fields, name, problems)),
    orders: fields.optional("orders", (name) =>
      fields.rows(name, (row, path) => readOrder(row, path, problems)),
    ),
    positions: fields.optional("positions", (name) =>
      fields.rows(name, (row, path) => readPosition(row, path, problems)),
    ),
  };
  noteRepeats(known.orders ?? [], "orders", problems, ({ symbol, orderId }) => [symbol, orderId]);
  noteRepeats(known.positions ?? [], "positions", problems, ({ symbol, side, marginMode }) => [
    symbol,
    side,
    ...(marginMode === null || marginMode === undefined ? [] : [marginMode]),
  ]);
  refuseProblems(problems);
  return known;
}

function readIds(fields: FieldReader, name: string, problems: string[]): string[] {
  const ids = fields.rows(name, (id, path) => new FieldReader({ [path]: id }, "", problems).id(path));
  noteRepeats(ids, name, problems, (id) => [id]);
  return ids;
}

function readOrder(row: unknown, path: string, problems: string[]): KnownOrder {
  const fields = new FieldReader(row, path, problems);
  fields.only(ORDER_FIELDS);
  return {
    orderId: fields.id("order_id"),
    symbol: fields.text("symbol"),
    side: fields.optional("side", (name) => fields.oneOf(name, ORDER_SIDES)),
    price: fields.optional("price", fields.decimal),
    qty: fields.optional("qty", fields.decimal),
  };
}

function readPosition(row: unknown, path: string, problems: string[]): KnownPosition {
  const fields = new FieldReader(row, path, problems);
  fields.only(POSITION_FIELDS);
  return {
    symbol: fields.text("symbol"),
    side: fields.oneOf("side", POSITION_SIDES),
    qty: fields.decimal("qty"),
    marginMode: fields.optional("margin_mode", (name) => fields.oneOf(name, MARGIN_MODES)),
  };
}

// What could not be read is a placeholder of empty text, and has been noted already.
function noteRepeats<T>(
  rows: readonly T[],
  list: string,
  problems: string[],
  identityOf: (row: T) => readonly string[],
): void {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const identity = identityOf(row);
    const key = JSON.stringify(identity);
    if (seen.has(key) && !identity.includes("")) {
      problems.push(`${list}[${index}]: ${identity.map(quoted).join(" ")} is there already`);
    }
    seen.add(key);
  }
}
