import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  canonicalOrders,
  canonicalPositions,
  renderOrders,
  renderPositions,
  renderSnapshot,
} from "../../src/syncer/canonical-snapshot.js";
import { EMPTY_ACCOUNT, type Fields, snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";

const ordersOf = (rows: readonly Fields[]) => snapshotOf({ open_orders: rows }).openOrders;
const positionsOf = (rows: readonly Fields[]) => snapshotOf({ positions: rows }).positions;

describe("canonical order of positions", () => {
  it.each([
    { by: "symbol", first: { symbol: "A", side: "SHORT" }, second: { symbol: "B", side: "BOTH" } },
    { by: "symbol by code point", first: { symbol: "\uffff" }, second: { symbol: "😀" } },
    { by: "symbol, capitals first", first: { symbol: "Z" }, second: { symbol: "a" } },
    { by: "side as text: BOTH before LONG", first: { side: "BOTH" }, second: { side: "LONG" } },
    { by: "side as text: LONG before SHORT", first: { side: "LONG" }, second: { side: "SHORT" } },
  ])("$by", ({ first, second }) => {
    const sorted = positionsOf([wirePosition(first), wirePosition(second)]);
    expect(canonicalPositions(sorted)).toEqual(sorted);
    expect(canonicalPositions([...sorted].reverse())).toEqual(sorted);
  });
});

describe("canonical order of orders", () => {
  it.each([
    { by: "symbol before side", first: { symbol: "A", side: "SELL" }, second: { symbol: "B", side: "BUY" } },
    {
      by: "side before type",
      first: { side: "BUY", order_type: "STOP" },
      second: { side: "SELL", order_type: "LIMIT" },
    },
    {
      by: "type before price",
      first: { order_type: "LIMIT", price: "9" },
      second: { order_type: "STOP", price: "1" },
    },
    { by: "price before qty", first: { price: "1", qty: "9" }, second: { price: "2", qty: "1" } },
    { by: "price as a number", first: { price: "9" }, second: { price: "10" } },
    {
      by: "price beyond what a float holds",
      first: { price: "9007199254740992.0" },
      second: { price: "9007199254740993" },
    },
    { by: "negative qty by value", first: { qty: "-10" }, second: { qty: "-9" } },
    { by: "qty as a number", first: { qty: "0.09" }, second: { qty: "0.1" } },
    {
      by: "qty before order id",
      first: { qty: "1", order_id: "z" },
      second: { qty: "2", order_id: "a" },
    },
    {
      by: "order id where price and qty are equal in value",
      first: { price: "1.00", qty: "2", order_id: "a" },
      second: { price: "1.0", qty: "2.0", order_id: "b" },
    },
    { by: "no qty before any qty", first: { qty: null, order_id: "z" }, second: { qty: "-1" } },
    { by: "order id where neither has a qty", first: { qty: null, order_id: "1" }, second: { qty: null } },
    { by: "order id as text", first: { order_id: "10" }, second: { order_id: "9" } },
  ])("$by", ({ first, second }) => {
    const sorted = ordersOf([wireOrder(first), wireOrder(second)]);
    expect(canonicalOrders(sorted)).toEqual(sorted);
    expect(canonicalOrders([...sorted].reverse())).toEqual(sorted);
  });
});

it("rows of equal keys keep the order that they came in", () => {
  const statuses = ["c", "a", "b"];
  const orders = ordersOf(statuses.map((status) => wireOrder({ status })));
  expect(canonicalOrders(orders).map((order) => order.status)).toEqual(statuses);
  const quantities = ["3", "1", "2"];
  const positions = positionsOf(quantities.map((qty) => wirePosition({ qty })));
  expect(canonicalPositions(positions).map((position) => position.qty.text)).toEqual(quantities);
});

describe("canonical JSON of a snapshot", () => {
  // The text and its sha256 are what Python's json.dumps and hashlib give for the same rows.
  const SNAPSHOT = snapshotOf({
    positions: [
      wirePosition({ symbol: "ETH/USDT:USDT", side: "SHORT", qty: "0.10", leverage: null, ts: null }),
      wirePosition({ symbol: 'Bé"\n', entry_price: null, mark_price: null, unrealized_pnl: "-1.5e-7" }),
    ],
    open_orders: [
      wireOrder({ order_id: "1772349999999999999", price: "1E+2", reduce_only: true }),
      wireOrder({ order_id: "a", price: "99.90", filled_qty: "-0.00", ts: null, status: "😀" }),
    ],
  });
  const EXPECTED =
    '{"open_orders":[{"filled_qty":"-0.00","order_id":"a","order_type":"LIMIT","price":"99.90",' +
    '"qty":"0.1","reduce_only":false,"side":"BUY","status":"\\ud83d\\ude00","symbol":"BTCUSDT",' +
    '"ts":null},{"filled_qty":"0","order_id":"1772349999999999999","order_type":"LIMIT",' +
    '"price":"100","qty":"0.1","reduce_only":true,"side":"BUY","status":"NEW",' +
    '"symbol":"BTCUSDT","ts":2000}],"positions":[{"entry_price":null,"leverage":10,' +
    '"mark_price":null,"qty":"0.5","side":"LONG","symbol":"B\\u00e9\\"\\n","ts":2000,' +
    '"unrealized_pnl":"-0.00000015"},{"entry_price":"48000.00","leverage":null,' +
    '"mark_price":"49000.00","qty":"0.10","side":"SHORT","symbol":"ETH/USDT:USDT","ts":null,' +
    '"unrealized_pnl":"500.00"}],"source":"test","ts":2000}';

  it("has these bytes", () => {
    expect(renderSnapshot(SNAPSHOT)).toBe(EXPECTED);
  });

  it("has this sha256", () => {
    expect(createHash("sha256").update(renderSnapshot(SNAPSHOT)).digest("hex")).toBe(
      "4624b7a5377fb13771c2cabf4d686e2c56dc56b7f61b90039c83e8e659df42c5",
    );
  });

  it("holds the same rows as its parts", () => {
    const { positions, openOrders } = SNAPSHOT;
    const parts = `{"open_orders":${renderOrders(openOrders)},"positions":${renderPositions(positions)}`;
    expect(EXPECTED.startsWith(parts)).toBe(true);
  });

  it("names margin mode and our own id where they were said, in their place", () => {
    const { positions, openOrders } = snapshotOf({
      positions: [wirePosition({ margin_mode: "CROSS" })],
      open_orders: [wireOrder({ client_order_id: "bot-7", qty: null, filled_qty: null })],
    });
    expect(renderPositions(positions)).toBe(
      '[{"entry_price":"48000.00","leverage":10,"margin_mode":"CROSS","mark_price":"49000.00","qty":"0.5",' +
        '"side":"LONG","symbol":"BTCUSDT","ts":2000,"unrealized_pnl":"500.00"}]',
    );
    expect(renderOrders(openOrders)).toBe(
      '[{"client_order_id":"bot-7","filled_qty":null,"order_id":"ord_1","order_type":"LIMIT",' +
        '"price":"49000.00","qty":null,"reduce_only":false,"side":"BUY","status":"NEW","symbol":"BTCUSDT",' +
        '"ts":2000}]',
    );
  });

  it("of an empty account", () => {
    expect(renderSnapshot(EMPTY_ACCOUNT)).toBe('{"open_orders":[],"positions":[],"source":"test","ts":0}');
  });
});
