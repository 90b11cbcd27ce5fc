import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { isRecord } from "../../../src/syncer/field-reader.js";
import { decimalText, FEW_SYMBOLS, LOOKALIKES, wildText } from "../arbitraries.js";
import { ccxtOrder } from "../ccxt-rows.js";
import { runHere } from "../run-cli.js";
import { damagedBytes } from "./damaged-bytes.js";
import { fuzzKind } from "./fuzz-kind.js";
import { mutatedJson } from "./mutated-json.js";
import { holdRun } from "./promised-outcome.js";

const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE]([+-]?[0-9]+))?$/;
// Far from where an exponent's digits, written out, reach the most characters.
const MOST_EXPONENT = 500;

const text = fc.oneof(fc.constantFrom(...FEW_SYMBOLS), wildText);
const number = fc.oneof(decimalText, fc.constantFrom("1", "1.0"));
const beliefs = fc.record(
  {
    order_ids: fc.option(fc.array(LOOKALIKES.orderId, { maxLength: 3 })),
    orders: fc.array(
      fc.record(
        {
          order_id: LOOKALIKES.orderId,
          symbol: text,
          side: fc.constantFrom("BUY", "SELL", null),
          price: number,
          qty: number,
        },
        { requiredKeys: ["order_id", "symbol"] },
      ),
      { maxLength: 3 },
    ),
    positions: fc.array(
      fc.record(
        {
          symbol: text,
          side: fc.constantFrom("LONG", "SHORT", "BOTH"),
          qty: number,
          margin_mode: fc.constantFrom("CROSS", "ISOLATED", null),
        },
        { requiredKeys: ["symbol", "side", "qty"] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

const isText = (value: unknown) => typeof value === "string" && value !== "";
const isNumber = (value: unknown) => {
  if (typeof value !== "string" || value.length > 1000) return false;
  const [, exponent = "0"] = DECIMAL.exec(value) ?? [undefined, "Infinity"];
  return Math.abs(Number(exponent)) <= MOST_EXPONENT;
};
const isOneOf =
  (...words: readonly string[]) =>
  (value: unknown) =>
    words.some((word) => word === value);
const unsaidOr = (is: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || value === null || is(value);

const ORDER = {
  order_id: isText,
  symbol: isText,
  side: unsaidOr(isOneOf("BUY", "SELL")),
  price: unsaidOr(isNumber),
  qty: unsaidOr(isNumber),
};
const POSITION = {
  symbol: isText,
  side: isOneOf("LONG", "SHORT", "BOTH"),
  qty: isNumber,
  margin_mode: unsaidOr(isOneOf("CROSS", "ISOLATED")),
};

/** Whether these are rows of nothing but such fields, no two of which share those that identify them. */
function areRows(
  fields: Readonly<Record<string, (value: unknown) => boolean>>,
  identity: readonly string[],
): (value: unknown) => boolean {
  return unsaidOr((rows) => {
    if (!Array.isArray(rows) || !rows.every(isRecord)) return false;
    const names = Object.keys(fields);
    const isWhole = (row: Readonly<Record<string, unknown>>) =>
      Object.keys(row).every((name) => names.includes(name)) &&
      names.every((name) => fields[name]?.(Object.hasOwn(row, name) ? row[name] : undefined));
    const keys = rows.map((row) => JSON.stringify(identity.map((name) => row[name] ?? null)));
    return rows.every(isWhole) && new Set(keys).size === rows.length;
  });
}

const LISTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  order_ids: unsaidOr((ids) => Array.isArray(ids) && ids.every(isText) && new Set(ids).size === ids.length),
  orders: areRows(ORDER, ["symbol", "order_id"]),
  positions: areRows(POSITION, ["symbol", "side", "margin_mode"]),
};

/** What the contract says of the file, of this alone: whether it is taken. */
function isTaken(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(
    ([name, list]) => Object.hasOwn(LISTS, name) && LISTS[name]?.(list) === true,
  );
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Files of what is believed: mutated JSON and damaged bytes, beside an account that is fine. */
export const EXPECTED = fuzzKind(
  "expected orders and positions",
  100,
  fc.oneof(
    mutatedJson(beliefs).map((json): Uint8Array => Buffer.from(json)),
    damagedBytes(mutatedJson(beliefs)),
  ),
  async (bytes, directory) => {
    const snapshot = join(directory, "one-order.json");
    const account = { timestamp: 5, open_orders: [ccxtOrder({ id: "1" })] };
    if (!existsSync(snapshot)) writeFileSync(snapshot, JSON.stringify(account));
    const args = ["sync", "--format", "ccxt", "--snapshot", snapshot, "--expected", "-"];
    const run = await runHere(args, { stdin: bytes, env: {} });
    holdRun(run, isTaken(parsed(bytes)) ? [0, 1] : [2]);
  },
);
