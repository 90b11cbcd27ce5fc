import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/syncer/decimal.js";
import type { KnownOrder } from "../../../src/syncer/known.js";
import { type Fields, wireOrder } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

const OURS: KnownOrder = { orderId: "ord_1", symbol: "BTCUSDT", side: "BUY", price: "49000.00", qty: "0.1" };

function found(row: Fields, ours: Partial<KnownOrder> = {}): string[] {
  return foundByRules({ open_orders: [wireOrder(row)] }, { known: { orders: [{ ...OURS, ...ours }] } });
}

describe("order_mismatch", () => {
  it.each([
    { name: "the side", row: { side: "SELL" }, ours: "side BUY", theirs: "side SELL" },
    { name: "the price", row: { price: "49000.01" }, ours: "price 49000.00", theirs: "price 49000.01" },
    { name: "the qty", row: { qty: "0.2" }, ours: "qty 0.1", theirs: "qty 0.2" },
    {
      name: "all of them, in one finding",
      row: { side: "SELL", price: "0", qty: "7" },
      ours: "side BUY, price 49000.00, qty 0.1",
      theirs: "side SELL, price 0, qty 7",
    },
  ])("names $name", ({ row, ours, theirs }) => {
    expect(found(row)).toEqual([
      `order_mismatch: order "ord_1" on "BTCUSDT": we said ${ours}; the exchange says ${theirs}`,
    ]);
  });

  it.each([
    { name: "the same", row: {}, ours: {} },
    { name: "other notations", row: { price: "4.9e4", qty: "0.100" }, ours: { qty: "1e-1" } },
    { name: "Decimals", row: {}, ours: { price: decimal("49000"), qty: decimal("0.10") } },
    { name: "a qty that the exchange does not say", row: { qty: null }, ours: { qty: "5" } },
    { name: "a fill", row: { filled_qty: "0.05" }, ours: {} },
    {
      name: "nothing said of it",
      row: { side: "SELL", price: "1", qty: "2" },
      ours: { side: null, price: null, qty: null },
    },
    { name: "nothing but the id", row: { side: "SELL" }, ours: { side: undefined } },
  ])("is silent of $name", ({ row, ours }) => {
    expect(found(row, ours)).toEqual([]);
  });

  it("compares beyond what a float holds", () => {
    const [far, near] = ["9007199254740992", "9007199254740993"];
    expect(found({ price: far }, { price: near })).toHaveLength(1);
    expect(found({ price: near }, { price: near })).toEqual([]);
  });

  it("finds the order by the id that we gave it", () => {
    const row = { order_id: "7", client_order_id: "ord_1", price: "1" };
    expect(found(row)).toEqual([
      expect.stringContaining('order "ord_1" on "BTCUSDT": we said price 49000.00'),
    ]);
  });

  it("prefers the exchange's id to one that we gave to another order", () => {
    const rows = [wireOrder({ order_id: "7", client_order_id: "ord_1", price: "1" }), wireOrder()];
    expect(foundByRules({ open_orders: rows }, { known: { orders: [OURS] } })).toEqual([]);
    expect(foundByRules({ open_orders: rows.toReversed() }, { known: { orders: [OURS] } })).toEqual([]);
  });

  it("takes the lesser id of two orders that share the one that we gave", () => {
    const rows = ["8", "7", "9"].map((order_id) =>
      wireOrder({ order_id, client_order_id: "ord_1", price: order_id === "7" ? "49000" : "1" }),
    );
    for (const open_orders of [rows, rows.toReversed()]) {
      expect(foundByRules({ open_orders }, { known: { orders: [OURS] } })).toEqual([]);
    }
  });

  it("looks at the first of rows that share an identity", () => {
    const rows = [wireOrder(), wireOrder({ price: "1" })];
    const rules = (open_orders: readonly Fields[]) =>
      foundByRules({ open_orders }, { known: { orders: [OURS] } }).map((line) => line.split(":")[0]);
    expect(rules(rows)).toEqual(["duplicate_key"]);
    expect(rules(rows.toReversed())).toEqual(["duplicate_key", "order_mismatch"]);
  });
});
