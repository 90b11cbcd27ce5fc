import { describe, expect, it } from "vitest";
import { wireOrder, wirePosition } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

const AGAIN = 'duplicate_key: position "BTCUSDT" LONG appears again: qty 0.5';

describe("duplicate_key, positions", () => {
  it.each([
    {
      name: "same symbol and side",
      rows: [{}, { qty: "9" }],
      findings: ['duplicate_key: position "BTCUSDT" LONG appears again: qty 9'],
    },
    {
      name: "once for each surplus row",
      rows: [{}, {}, {}],
      findings: Array<string>(2).fill(AGAIN),
    },
    {
      name: "far apart, in the order of the surplus rows",
      rows: [{}, { symbol: "ETH", side: "BOTH" }, { symbol: "X" }, { symbol: "ETH", side: "BOTH" }, {}],
      findings: ['duplicate_key: position "ETH" BOTH appears again: qty 0.5', AGAIN],
    },
    {
      name: "both sides of one symbol are fine",
      rows: [{}, { side: "SHORT" }, { side: "BOTH" }],
      findings: [],
    },
    { name: "one side of two symbols is fine", rows: [{}, { symbol: "btcusdt" }], findings: [] },
    {
      name: "a cross and an isolated position of one side are fine, and so is one of no mode",
      rows: [{ margin_mode: "CROSS" }, { margin_mode: "ISOLATED" }, {}],
      findings: [],
    },
    {
      name: "one mode twice",
      rows: [{ margin_mode: "CROSS" }, {}, { margin_mode: "CROSS", qty: "1" }],
      findings: ['duplicate_key: position "BTCUSDT" LONG CROSS appears again: qty 1'],
    },
    { name: "no mode twice", rows: [{}, { margin_mode: "CROSS" }, {}], findings: [AGAIN] },
    {
      name: "a symbol that ends in another's side is its own",
      rows: [
        { symbol: "A LONG", side: "LONG" },
        { symbol: "A", side: "LONG" },
        { symbol: "LONG A", side: "LONG" },
      ],
      findings: [],
    },
    {
      name: "a hostile symbol stays in one line",
      rows: [{ symbol: 'a"\n' }, { symbol: 'a"\n' }],
      findings: [String.raw`duplicate_key: position "a\"\u{a}" LONG appears again: qty 0.5`],
    },
  ])("$name", ({ rows, findings }) => {
    expect(foundByRules({ positions: rows.map((row) => wirePosition(row)), open_orders: [] })).toEqual(
      findings,
    );
  });
});

describe("duplicate_key, orders", () => {
  it.each([
    {
      name: "same id",
      rows: [{}, { side: "SELL", qty: null }],
      findings: ['duplicate_key: order "ord_1" on "BTCUSDT" appears again: SELL of no qty'],
    },
    {
      name: "once for each surplus row",
      rows: [{}, {}, { order_id: "2" }, {}],
      findings: Array<string>(2).fill('duplicate_key: order "ord_1" on "BTCUSDT" appears again: BUY 0.1'),
    },
    { name: "an id on two symbols is two orders", rows: [{}, { symbol: "ETH" }], findings: [] },
    {
      name: "an id on two symbols, twice on one of them",
      rows: [{}, { symbol: "ETH" }, {}],
      findings: ['duplicate_key: order "ord_1" on "BTCUSDT" appears again: BUY 0.1'],
    },
    { name: "ids as text: 1 and 01 differ", rows: [{ order_id: "1" }, { order_id: "01" }], findings: [] },
    {
      name: "64-bit ids that one float stands for differ",
      rows: [{ order_id: "1772349999999999998" }, { order_id: "1772349999999999999" }],
      findings: [],
    },
    {
      name: "ids that objects inherit",
      rows: [{ order_id: "__proto__" }, { order_id: "constructor" }],
      findings: [],
    },
  ])("$name", ({ rows, findings }) => {
    expect(foundByRules({ positions: [], open_orders: rows.map((row) => wireOrder(row)) })).toEqual(findings);
  });

  it("an order and a position never share a key", () => {
    const order = wireOrder({ order_id: "LONG BTCUSDT" });
    expect(foundByRules({ positions: [wirePosition()], open_orders: [order] })).toEqual([]);
  });
});
