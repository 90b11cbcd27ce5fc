import { describe, expect, it } from "vitest";
import { wireOrder } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

const HUGE = "9007199254740993";

describe("impossible_fill", () => {
  it.each([
    { name: "above", row: { qty: "1", filled_qty: "1.0000000000000000001" }, of: "1" },
    {
      name: "above, beyond a float",
      row: { qty: "9007199254740992", filled_qty: HUGE },
      of: "9007199254740992",
    },
    { name: "above zero", row: { qty: "0", filled_qty: "0.1" }, of: "0" },
    { name: "below zero", row: { qty: "1", filled_qty: "-0.1" }, of: "1" },
    { name: "below zero of no qty", row: { qty: null, filled_qty: "-5" }, of: "no qty" },
  ])("$name is found", ({ row, of }) => {
    expect(foundByRules({ open_orders: [wireOrder(row)] })).toEqual([
      `impossible_fill: order "ord_1" on "BTCUSDT" is filled ${row.filled_qty} of ${of}`,
    ]);
  });

  it("below zero of a negative qty too, and nothing else of that", () => {
    expect(foundByRules({ open_orders: [wireOrder({ qty: "-1", filled_qty: "-0.5" })] })).toEqual([
      'negative_qty: order "ord_1" on "BTCUSDT" has qty -1',
      'impossible_fill: order "ord_1" on "BTCUSDT" is filled -0.5 of -1',
    ]);
    expect(foundByRules({ open_orders: [wireOrder({ qty: "-1", filled_qty: "0" })] })).toHaveLength(1);
  });

  it.each([
    { name: "nothing filled", row: { filled_qty: "0" } },
    { name: "negative zero", row: { filled_qty: "-0.00" } },
    { name: "filled whole, in another notation", row: { qty: "1.0", filled_qty: "1.00" } },
    { name: "a fill that was not said", row: { filled_qty: null } },
    { name: "any fill of a qty that was not said", row: { qty: null, filled_qty: HUGE } },
  ])("$name is fine", ({ row }) => {
    expect(foundByRules({ open_orders: [wireOrder(row)] })).toEqual([]);
  });

  it("is found for each row of an order that is there twice", () => {
    const row = wireOrder({ filled_qty: "-1" });
    const found = foundByRules({ open_orders: [row, row] });
    expect(found.filter((line) => line.startsWith("impossible_fill"))).toHaveLength(2);
  });
});
