import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../src/syncer/decimal.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { pendingNotional } from "../../src/syncer/pending-notional.js";
import { type Fields, snapshotOf, wireOrder } from "../support/accounts.js";
import { DEEPEST_SCALE, decimalText, wireSnapshots } from "../support/arbitraries.js";
import { exactUnits } from "../support/exact-oracle.js";

const notionalOf = (rows: readonly Fields[]) =>
  pendingNotional(snapshotOf({ open_orders: rows.map((row) => wireOrder(row)) }).openOrders);

describe("price * (qty - filled_qty)", () => {
  it.each([
    { name: "no orders", rows: [], sum: "0" },
    { name: "one order", rows: [{ price: "49000.00", qty: "0.1", filled_qty: "0" }], sum: "4900.000" },
    {
      name: "an order without qty is left out",
      rows: [
        { price: "10", qty: null, filled_qty: "-1" },
        { price: "10", qty: "1" },
      ],
      sum: "10",
    },
    {
      name: "a fill that was not said counts as none",
      rows: [{ price: "10", qty: "0.50", filled_qty: null }],
      sum: "5.00",
    },
    { name: "the rest alone counts", rows: [{ price: "10", qty: "5", filled_qty: "2" }], sum: "30" },
    {
      name: "what floats get wrong",
      rows: [
        { price: "0.1", qty: "1" },
        { price: "0.2", qty: "1" },
      ],
      sum: "0.3",
    },
    {
      name: "scales of each order's own",
      rows: [
        { price: "1.5", qty: "1" },
        { price: "2", qty: "0.001", filled_qty: "0.0005" },
      ],
      sum: "1.5010",
    },
    {
      name: "a price beyond 2^53",
      rows: [{ price: "9007199254740993", qty: "1" }],
      sum: "9007199254740993",
    },
    {
      name: "a product beyond 2^53",
      rows: [{ price: "94906267", qty: "94906267" }],
      sum: "9007199515875289",
    },
    {
      name: "a sum beyond 2^53",
      rows: [
        { price: "9007199254740991", qty: "1" },
        { price: "1", qty: "1" },
        { price: "1", qty: "1" },
      ],
      sum: "9007199254740993",
    },
    {
      name: "a rest that two large numbers leave",
      rows: [{ price: "2", qty: "9007199254740993.5", filled_qty: "9007199254740993.25" }],
      sum: "0.50",
    },
    {
      name: "18 decimals on both sides",
      rows: [{ price: "1.000000000000000001", qty: "1.000000000000000001" }],
      sum: "1.000000000000000002000000000000000001",
    },
    { name: "a market order, of price 0", rows: [{ price: "0", qty: "5" }], sum: "0" },
    { name: "a negative price, as given", rows: [{ price: "-2", qty: "5" }], sum: "-10" },
  ])("$name", ({ rows, sum }) => {
    expect(notionalOf(rows)).toStrictEqual(decimal(sum));
  });

  it.each([
    { name: "filled", row: { qty: "5", filled_qty: "5.00" } },
    { name: "overfilled", row: { qty: "5", filled_qty: "5.000000000000000001" } },
    { name: "negative", row: { qty: "-5", filled_qty: "0" } },
    { name: "empty", row: { qty: "0", filled_qty: "-0.0" } },
  ])("an order without a rest is passed over: $name", ({ row }) => {
    expect(
      notionalOf([
        { price: "7.123", ...row },
        { price: "3", qty: "2" },
      ]),
    ).toStrictEqual(decimal("6"));
  });
});

it("is exact for any orders", () => {
  const exact = fc.property(wireSnapshots({ decimal: decimalText }), (wire) => {
    const units = (text: string | null) => exactUnits(text ?? "0", DEEPEST_SCALE);
    let expected = 0n;
    for (const { price, qty, filled_qty } of wire.open_orders) {
      if (qty === null) continue;
      const rest = units(qty) - units(filled_qty);
      if (rest > 0n) expected += units(price) * rest;
    }
    const { text } = pendingNotional(parseSnapshot(wire).openOrders);
    expect(exactUnits(text, 2 * DEEPEST_SCALE)).toBe(expected);
  });
  fc.assert(exact, { numRuns: 1000 });
});
