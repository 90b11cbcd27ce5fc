import { describe, expect, it } from "vitest";
import type { KnownOrder } from "../../../src/syncer/known.js";
import { type Fields, wireOrder } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

function missedOf(rows: readonly Fields[], orders: readonly KnownOrder[]): string[] {
  const found = foundByRules({ open_orders: rows.map((row) => wireOrder(row)) }, { known: { orders } });
  return found.filter((line) => line.startsWith("missing_order: "));
}

const OURS: KnownOrder = { orderId: "ord_1", symbol: "BTCUSDT" };

describe("missing_order", () => {
  it.each([
    { name: "nothing but the id", order: {}, says: "" },
    { name: "all terms", order: { side: "SELL", price: "1e2", qty: "2" }, says: "; we said SELL 2 at 100" },
    { name: "the price", order: { price: "7.50" }, says: "; we said at 7.50" },
    {
      name: "a price of 0, which a market order has",
      order: { side: "BUY", price: "0.00" },
      says: "; we said BUY",
    },
    { name: "nulls", order: { side: null, price: null, qty: null }, says: "" },
  ] as const)("says what we said: $name", ({ order, says }) => {
    expect(missedOf([], [{ ...OURS, ...order }])).toEqual([
      `missing_order: order "ord_1" on "BTCUSDT" is not open at the exchange${says}`,
    ]);
  });

  it.each([
    { name: "its id on its symbol", rows: [{}], missed: 0 },
    { name: "the id that we gave it", rows: [{ order_id: "7", client_order_id: "ord_1" }], missed: 0 },
    { name: "its id on another symbol only", rows: [{ symbol: "ETH" }], missed: 1 },
    {
      name: "our own id on another symbol only",
      rows: [{ order_id: "7", client_order_id: "ord_1", symbol: "ETH" }],
      missed: 1,
    },
    { name: "an id in other letters", rows: [{ order_id: "ORD_1" }], missed: 1 },
    { name: "its id on two symbols", rows: [{ symbol: "ETH" }, {}], missed: 0 },
    { name: "its id twice", rows: [{}, {}], missed: 0 },
  ])("of an account that has $name: $missed", ({ rows, missed }) => {
    expect(missedOf(rows, [OURS])).toHaveLength(missed);
  });

  it("misses each that is gone, and no other", () => {
    const ids = ["a", "b", "c", "d"];
    const orders = ids.map((orderId) => ({ orderId, symbol: "BTCUSDT" }));
    const missed = missedOf([{ order_id: "d" }, { order_id: "b" }], orders);
    expect(missed.map((line) => /order "(.)"/.exec(line)?.[1])).toEqual(["a", "c"]);
  });

  it("is not looked for where orders are not told", () => {
    expect(foundByRules({ open_orders: [] }, { known: ["ord_1"] })).toEqual([]);
    expect(foundByRules({ open_orders: [] }, { known: { orderIds: ["ord_1"], orders: null } })).toEqual([]);
    expect(foundByRules({ open_orders: [] }, { known: { orders: [] } })).toEqual([]);
  });
});
