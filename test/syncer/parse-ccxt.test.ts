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
    { name: "the greatest of the rows", given: undefined, rows: [{ timestamp: 5 }, { timestamp: 9 }], ts: 9 },
    { name: "the file's where a row has none", given: 7, rows: [quiet, { timestamp: 5 }], ts: 7 },
    { name: "a row's own before the file's", given: 7, rows: [{ timestamp: 5 }], ts: 5 },
    { name: "a row's 0 is its own", given: 7, rows: [{ timestamp: 0 }], ts: 0 },
    { name: "of the rows that have one", given: undefined, rows: [quiet, { timestamp: 5 }], ts: 5 },
    { name: "0 for an empty account, whatever the file says", given: 7, rows: [], ts: 0 },
    {
      name: "0 where every row has size zero",
      given: 7,
      rows: [{ contracts: 0, side: null, timestamp: 9 }],
      ts: 0,
    },
  ])("$name", ({ given, rows, ts }) => {
    const positions = rows.map((row, index) => ccxtPosition({ symbol: `S${index}`, ...row }));
    expect(parseCcxt({ positions, open_orders: [], timestamp: given }).ts).toBe(ts);
  });

  it("counts orders too, and each row gets its own", () => {
    const wire = {
      timestamp: 7,
      positions: [ccxtPosition({ timestamp: null })],
      open_orders: [ccxtOrder({ timestamp: 8 }), ccxtOrder({ id: "2", timestamp: null })],
    };
    const read = parseCcxt(wire);
    expect(read.ts).toBe(8);
    expect([...read.positions, ...read.openOrders].map((row) => row.ts)).toEqual([7, 8, 7]);
  });
});
