import { expect, it } from "vitest";
import { wireOrder, wirePosition } from "../support/accounts.js";
import { foundByRules } from "../support/found-by-rules.js";

it("findings of all rules come in the order of the contract", () => {
  const position = wirePosition({ qty: "-1" });
  const order = wireOrder({ qty: "-2" });
  expect(
    foundByRules(
      { positions: [position, position], open_orders: [order, order], ts: 1 },
      { known: [], lastTs: 2 },
    ),
  ).toEqual([
    "ts_regression: snapshot ts 1 is before the last accepted ts 2",
    'duplicate_key: position "BTCUSDT" LONG appears again: qty -1',
    'duplicate_key: order "ord_1" on "BTCUSDT" appears again: BUY -2',
    'negative_qty: position "BTCUSDT" LONG has qty -1',
    'negative_qty: position "BTCUSDT" LONG has qty -1',
    'negative_qty: order "ord_1" on "BTCUSDT" has qty -2',
    'negative_qty: order "ord_1" on "BTCUSDT" has qty -2',
    'orphan_order: order "ord_1" on "BTCUSDT" is not known; the exchange says BUY -2 at 49000.00',
    'orphan_order: order "ord_1" on "BTCUSDT" is not known; the exchange says BUY -2 at 49000.00',
  ]);
});
