import { describe, expect, it } from "vitest";
import { type Fields, wireOrder, wirePosition } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

describe("ts_regression, of rows", () => {
  const order = (different: Fields = {}) => ({ positions: [], open_orders: [wireOrder(different)] });
  const position = (different: Fields = {}) => ({ positions: [wirePosition(different)], open_orders: [] });
  const ORDER = 'ts_regression: order "ord_1" on "BTCUSDT" went back: ';

  it.each([
    { name: "an older ts", past: {}, row: { ts: 1999 }, back: "ts 1999 after 2000" },
    {
      name: "less filled",
      past: { filled_qty: "0.05" },
      row: { filled_qty: "0.04" },
      back: "filled 0.04 after 0.05",
    },
    {
      name: "both, in one finding",
      past: { filled_qty: "0.05" },
      row: { filled_qty: "0", ts: 0 },
      back: "ts 0 after 2000, filled 0 after 0.05",
    },
    {
      name: "less filled, though newer",
      past: { filled_qty: "0.05" },
      row: { filled_qty: "0.0", ts: 3000 },
      back: "filled 0.0 after 0.05",
    },
    {
      name: "less filled of no qty",
      past: { filled_qty: "5", qty: null },
      row: { filled_qty: "4", qty: null },
      back: "filled 4 after 5",
    },
  ])("an order with $name", ({ past, row, back }) => {
    expect(foundByRules(order(row), { past: order(past) })).toEqual([ORDER + back]);
  });

  it.each([
    { name: "the same", past: {}, row: {} },
    { name: "newer, more filled", past: { filled_qty: "0.05" }, row: { filled_qty: "0.06", ts: 2001 } },
    {
      name: "filled the same in another notation",
      past: { filled_qty: "0.05" },
      row: { filled_qty: "0.050" },
    },
    { name: "of no ts any more", past: {}, row: { ts: null } },
    { name: "of a ts at last", past: { ts: null }, row: { ts: 1 } },
    { name: "of no fill any more", past: { filled_qty: "0.05" }, row: { filled_qty: null } },
    { name: "of a fill at last", past: { filled_qty: null }, row: { filled_qty: "0" } },
    { name: "of a smaller qty and price", past: {}, row: { qty: "0.01", price: "1" } },
    { name: "on another symbol", past: { symbol: "ETH" }, row: { ts: 1 } },
    { name: "of another id", past: { order_id: "x" }, row: { ts: 1 } },
  ])("an order $name is fine", ({ past, row }) => {
    expect(foundByRules(order(row), { past: order(past) })).toEqual([]);
  });

  it.each([
    { name: "after one above the qty", past: { filled_qty: "5" }, row: { filled_qty: "0.05" }, rules: [] },
    {
      name: "after one below zero",
      past: { filled_qty: "-1" },
      row: { filled_qty: "-2" },
      rules: ["impossible_fill"],
    },
    {
      name: "below zero",
      past: { filled_qty: "0.05" },
      row: { filled_qty: "-1" },
      rules: ["impossible_fill"],
    },
    {
      name: "above a qty that shrank",
      past: { qty: "9", filled_qty: "5" },
      row: { qty: "1", filled_qty: "4" },
      rules: ["impossible_fill"],
    },
  ])("an impossible fill is no step back: $name", ({ past, row, rules }) => {
    const found = foundByRules(order(row), { past: order(past) });
    expect(found.map((line) => line.split(":")[0])).toEqual(rules);
  });

  it.each([
    {
      name: "a position with an older ts",
      row: { ts: 1 },
      lines: ['position "BTCUSDT" LONG went back: ts 1 after 2000'],
    },
    { name: "a smaller position", row: { qty: "0.1" }, lines: [] },
    { name: "the other leg", row: { side: "SHORT", ts: 1 }, lines: [] },
    { name: "another margin mode", row: { margin_mode: "CROSS", ts: 1 }, lines: [] },
  ])("$name", ({ row, lines }) => {
    expect(foundByRules(position(row), { past: position() })).toEqual(
      lines.map((line) => `ts_regression: ${line}`),
    );
  });

  it("names the margin mode", () => {
    const mode = { margin_mode: "ISOLATED" };
    expect(foundByRules(position({ ...mode, ts: 1 }), { past: position(mode) })).toEqual([
      'ts_regression: position "BTCUSDT" LONG ISOLATED went back: ts 1 after 2000',
    ]);
  });

  const FIVE_MINUTES = 300_000;
  it.each([
    { name: "at the limit then", first: 10_000 + FIVE_MINUTES, ts: 5, found: 1 },
    { name: "beyond it then", first: 10_001 + FIVE_MINUTES, ts: 5, found: 0 },
    {
      name: "beyond it then, though not by the clock of now",
      first: 10_001 + FIVE_MINUTES,
      ts: 5,
      later: 60_000,
      found: 0,
    },
    {
      name: "beyond it now",
      first: 20_001 + FIVE_MINUTES,
      before: 20_001,
      ts: 10_002 + FIVE_MINUTES,
      found: 0,
    },
  ])("a ts that is $name: $found", ({ first, ts, found, before = 10_000, later = 0 }) => {
    for (const account of [order, position]) {
      const circumstances = { past: account({ ts: first }), before, now: 10_000 + later };
      expect(foundByRules(account({ ts }), circumstances)).toHaveLength(found);
    }
  });

  it("a row that is named twice is not compared, before or now", () => {
    const twice = { positions: [wirePosition(), wirePosition()], open_orders: [wireOrder(), wireOrder()] };
    const old = { positions: [wirePosition({ ts: 1 })], open_orders: [wireOrder({ ts: 1 })] };
    const oldTwice = {
      positions: [...old.positions, wirePosition({ ts: 2 })],
      open_orders: [...old.open_orders, wireOrder({ ts: 2 })],
    };
    const once = { positions: [wirePosition()], open_orders: [wireOrder()] };
    const regressions = (now: Fields, past: Fields) =>
      foundByRules(now, { past }).filter((line) => line.startsWith("ts_regression"));
    expect(regressions(old, twice)).toEqual([]);
    expect(regressions(oldTwice, once)).toEqual([]);
    expect(regressions(old, once)).toHaveLength(2);
  });

  it("a whole snapshot that went back is one finding, whatever its rows", () => {
    const old = { ...order({ ts: 1 }), ts: 1 };
    expect(foundByRules(old, { past: order(), lastTs: 2000 })).toEqual([
      "ts_regression: snapshot ts 1 is before the last accepted ts 2000",
    ]);
  });

  it.each([
    { name: "in their order", move: (rows: readonly Fields[]) => rows },
    { name: "in another order", move: (rows: readonly Fields[]) => rows.toReversed() },
    { name: "with the first gone", move: (rows: readonly Fields[]) => rows.slice(1) },
    {
      name: "with one more ahead",
      move: (rows: readonly Fields[]) => [wireOrder({ order_id: "new", ts: 1 }), ...rows],
    },
    { name: "with one gone between", move: (rows: readonly Fields[]) => rows.toSpliced(1, 1) },
  ])("rows are found $name", ({ move }) => {
    const ids = ["a", "b", "c", "d", "e"];
    const past = { positions: [], open_orders: ids.map((order_id) => wireOrder({ order_id })) };
    const now = ids.map((order_id) => wireOrder({ order_id, ts: order_id === "d" ? 7 : 2000 }));
    expect(foundByRules({ positions: [], open_orders: move(now) }, { past })).toEqual([
      'ts_regression: order "d" on "BTCUSDT" went back: ts 7 after 2000',
    ]);
  });
});
