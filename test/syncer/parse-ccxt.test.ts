import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/syncer/canonical-json.js";
import { decimal } from "../../src/syncer/decimal.js";
import { parseCcxt } from "../../src/syncer/parse-ccxt.js";
import { ccxtOrder, ccxtPosition, readCcxt } from "../support/ccxt-rows.js";

it("reads ccxt's unified positions and orders field by field", () => {
  expect(readCcxt([ccxtPosition()], [ccxtOrder()])).toStrictEqual({
    positions: [
      {
        symbol: "BTC/USDT:USDT",
        side: "LONG",
        marginMode: "CROSS",
        qty: decimal("0.009"),
        entryPrice: decimal("67445.9"),
        markPrice: decimal("67502.68519858"),
        unrealizedPnl: decimal("0.51106678"),
        leverage: 20,
        ts: 1_722_161_166_529,
      },
    ],
    openOrders: [
      {
        orderId: "3811057334",
        symbol: "BTC/USDT:USDT",
        side: "BUY",
        orderType: "LIMIT",
        price: decimal("50"),
        qty: decimal("0.2"),
        filledQty: decimal("0"),
        reduceOnly: false,
        status: "OPEN",
        ts: 1_722_161_166_000,
      },
    ],
    ts: 1_722_161_166_529,
    source: "exchange",
  });
});

describe("a number is taken by its shortest decimal text", () => {
  it.each<{ json: string; text: string }>([
    { json: "9e-05", text: "0.00009" },
    { json: "0.1", text: "0.1" },
    { json: "1.10", text: "1.1" },
    { json: "1e21", text: "1000000000000000000000" },
    { json: "1.5e-7", text: "0.00000015" },
    { json: "9007199254740993", text: "9007199254740992" },
    { json: '"9007199254740993"', text: "9007199254740993" },
    { json: '"0.10"', text: "0.10" },
    { json: '"0.000000000000000001"', text: "0.000000000000000001" },
  ])("$json is $text", ({ json, text }) => {
    const contracts: JsonValue = JSON.parse(json);
    expect(readCcxt([ccxtPosition({ contracts })]).positions[0]?.qty).toStrictEqual(decimal(text));
  });
});

describe("ts", () => {
  const quiet = { timestamp: null };
  it.each([
    { name: "the file's own, though every row is older", given: 7, rows: [{ timestamp: 5 }], ts: 7 },
    { name: "the file's own, though a row is newer", given: 7, rows: [{ timestamp: 9 }], ts: 7 },
    { name: "the file's own of an empty account", given: 7, rows: [], ts: 7 },
    { name: "the file's own, though it is 0", given: 0, rows: [{ timestamp: 9 }], ts: 0 },
    {
      name: "the greatest of the rows without it",
      given: undefined,
      rows: [{ timestamp: 5 }, { timestamp: 9 }],
      ts: 9,
    },
    { name: "null is without it", given: null, rows: [{ timestamp: 5 }, quiet], ts: 5 },
    { name: "0 without it for an empty account", given: undefined, rows: [], ts: 0 },
    {
      name: "0 without it where every row has size zero",
      given: undefined,
      rows: [{ contracts: 0, side: null, timestamp: 9 }],
      ts: 0,
    },
  ])("$name", ({ given, rows, ts }) => {
    const positions = rows.map((row, index) => ccxtPosition({ symbol: `S${index}`, ...row }));
    expect(parseCcxt({ positions, open_orders: [], timestamp: given }).ts).toBe(ts);
  });

  it.each([
    { name: "the time of its last change", row: { lastUpdateTimestamp: 8, timestamp: 5 }, ts: 8 },
    {
      name: "its own where ccxt has no last change",
      row: { lastUpdateTimestamp: null, timestamp: 5 },
      ts: 5,
    },
    { name: "0 where it says so", row: { lastUpdateTimestamp: 0, timestamp: 5 }, ts: 0 },
    { name: "never the file's", row: { timestamp: null }, ts: null },
  ])("of a row is $name", ({ row, ts }) => {
    const wire = { timestamp: 7, positions: [ccxtPosition(row)], open_orders: [ccxtOrder(row)] };
    const { positions, openOrders } = parseCcxt(wire);
    expect([positions[0]?.ts, openOrders[0]?.ts]).toEqual([ts, ts]);
  });

  it("of a row that is dropped counts for nothing", () => {
    const open_orders = [ccxtOrder({ timestamp: 5 }), ccxtOrder({ timestamp: 9, status: "canceled" })];
    expect(parseCcxt({ open_orders }).ts).toBe(5);
  });
});

it("a spot exchange has no positions: they may be left out, and only they", () => {
  expect(parseCcxt({ timestamp: 7, open_orders: [ccxtOrder()] }).positions).toEqual([]);
});
