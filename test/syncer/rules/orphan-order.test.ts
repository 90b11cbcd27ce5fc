import { describe, expect, it } from "vitest";
import { wireOrder } from "../../support/accounts.js";
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
