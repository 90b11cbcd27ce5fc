import { describe, expect, it } from "vitest";
import type { Known } from "../../../src/syncer/known.js";
import { type Fields, wireOrder } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

describe("orphan_order", () => {
  const orders = { open_orders: ["a", "b", "c"].map((order_id) => wireOrder({ order_id })) };
  it.each([
    { name: "no ids given: not looked for", known: null, orphans: [] },
    { name: "an empty set knows none", known: [], orphans: ["a", "b", "c"] },
    { name: "all known", known: ["c", "b", "a", "internal"], orphans: [] },
    { name: "the unknown ones alone", known: ["b", "internal"], orphans: ["a", "c"] },
    { name: "ids are exact text", known: ["A", " a", "b", "c"], orphans: ["a"] },
  ])("$name", ({ known, orphans }) => {
    const expected = orphans.map(
      (id) => `orphan_order: order "${id}" on "BTCUSDT" is not known; the exchange says BUY 0.1 at 49000.00`,
    );
    expect(foundByRules(orders, { known })).toEqual(expected);
  });

  it("is found for each row of an id that appears twice", () => {
    expect(foundByRules({ open_orders: [wireOrder(), wireOrder()] }, { known: [] })).toEqual([
      'duplicate_key: order "ord_1" on "BTCUSDT" appears again: BUY 0.1',
      'orphan_order: order "ord_1" on "BTCUSDT" is not known; the exchange says BUY 0.1 at 49000.00',
      'orphan_order: order "ord_1" on "BTCUSDT" is not known; the exchange says BUY 0.1 at 49000.00',
    ]);
  });
});

describe("orphan_order, of what is known by more than ids", () => {
  const row = { order_id: "7", client_order_id: "bot-7" };
  const orphans = (rows: readonly Fields[], known: Known) =>
    foundByRules({ open_orders: rows.map((one) => wireOrder(one)) }, { known })
      .filter((line) => line.startsWith("orphan_order"))
      .map((line) => /order "([^"]*)"/.exec(line)?.[1]);
  const order = (orderId: string, symbol = "BTCUSDT") => ({ orderId, symbol });

  it.each([
    { name: "our own id", rows: [row], known: { orderIds: ["bot-7"] }, left: [] },
    { name: "the exchange's id", rows: [row], known: { orderIds: ["7"] }, left: [] },
    { name: "neither", rows: [row], known: { orderIds: ["bot-8"] }, left: ["7"] },
    {
      name: "a plain id, on every symbol",
      rows: [{ order_id: "7", symbol: "ETH" }],
      known: { orderIds: ["7"] },
      left: [],
    },
    { name: "an order, on its symbol", rows: [row], known: { orders: [order("7")] }, left: [] },
    { name: "an order by our own id", rows: [row], known: { orders: [order("bot-7")] }, left: [] },
    { name: "an order on another symbol", rows: [row], known: { orders: [order("7", "ETH")] }, left: ["7"] },
    {
      name: "our own id on another symbol",
      rows: [row],
      known: { orders: [order("bot-7", "ETH")] },
      left: ["7"],
    },
    {
      name: "ids beside orders",
      rows: [row, { order_id: "8" }],
      known: { orderIds: ["8"], orders: [order("7")] },
      left: [],
    },
    { name: "no orders, and no ids told", rows: [row], known: { orders: [] }, left: ["7"] },
    { name: "positions alone: not looked for", rows: [row], known: { positions: [] }, left: [] },
    { name: "an order that is there twice", rows: [row, row], known: { orders: [order("7")] }, left: [] },
    {
      name: "two orders that share the id that we gave",
      rows: [row, { order_id: "8", client_order_id: "bot-7" }],
      known: { orders: [order("bot-7")] },
      left: [],
    },
    {
      name: "one whose own id is another's id at the exchange",
      rows: [{ order_id: "5", client_order_id: "7" }, { order_id: "7" }],
      known: { orders: [order("7")] },
      left: [],
    },
    {
      name: "each of several",
      rows: [{ order_id: "1" }, row, { order_id: "2" }],
      known: { orders: [order("7")] },
      left: ["1", "2"],
    },
  ] satisfies readonly { name: string; rows: Fields[]; known: Known; left: string[] }[])(
    "$name",
    ({ rows, known, left }) => {
      expect(orphans(rows, known)).toEqual(left);
    },
  );

  it("says what the exchange says of it, as far as it does", () => {
    const rows = [wireOrder({ qty: null, price: "0" })];
    expect(foundByRules({ open_orders: rows }, { known: [] })).toEqual([
      'orphan_order: order "ord_1" on "BTCUSDT" is not known; the exchange says BUY',
    ]);
  });
});
