import { describe, expect, it } from "vitest";
import { AccountView } from "../../src/syncer/account-view.js";
import { decimal } from "../../src/syncer/decimal.js";
import type { KnownOrder } from "../../src/syncer/known.js";
import { matchOrders } from "../../src/syncer/match-orders.js";
import { snapshotOf, wireOrder } from "../support/accounts.js";

const ROWS = snapshotOf({
  open_orders: [
    wireOrder({ order_id: "1", price: "1.50", qty: null }),
    wireOrder({ order_id: "2", client_order_id: "bot-2" }),
    wireOrder({ order_id: "1", symbol: "ETH" }),
  ],
});

function match(orders: readonly KnownOrder[]) {
  return matchOrders(orders, new AccountView(ROWS));
}

function refusalOf(order: object): string {
  const orders = [
    { orderId: "2", symbol: "BTCUSDT" },
    Object.assign({ orderId: "1", symbol: "BTCUSDT" }, order),
  ];
  try {
    match(orders);
    return "nothing was refused";
  } catch (error) {
    expect(error).toMatchObject({ name: "DrillError", code: "bad_input" });
    return String(error).replace("DrillError: ", "");
  }
}

describe("the row of an order told", () => {
  it("is found by the exchange's id and by our own, on its symbol", () => {
    const orders = [
      { orderId: "1", symbol: "ETH" },
      { orderId: "bot-2", symbol: "BTCUSDT" },
      { orderId: "1", symbol: "SOL" },
      { orderId: "bot-2", symbol: "ETH" },
    ];
    expect(match(orders)).toEqual({
      rows: [2, 1, -1, -1],
      isTold: [false, true, true],
      unlike: [],
      isEachThere: false,
      isEachTold: false,
    });
  });

  it("may be one row for two orders told", () => {
    const orders = ["2", "bot-2"].map((orderId) => ({ orderId, symbol: "BTCUSDT" }));
    expect(match(orders)).toMatchObject({ rows: [1, 1], isEachThere: true, isEachTold: false });
  });

  it("tells where both sides have the same orders", () => {
    const orders = ROWS.openOrders.map(({ orderId, symbol }) => ({ orderId, symbol }));
    expect(match(orders)).toMatchObject({ rows: [0, 1, 2], isEachThere: true, isEachTold: true });
    expect(match(orders.toReversed())).toMatchObject({
      rows: [2, 1, 0],
      isEachThere: true,
      isEachTold: true,
    });
    expect(match(orders.slice(1))).toMatchObject({ isEachThere: true, isEachTold: false });
    expect(match([...orders, { orderId: "9", symbol: "ETH" }])).toMatchObject({
      isEachThere: false,
      isEachTold: true,
    });
  });
});

it("an order told is written like its row, or not", () => {
  const told = { orderId: "1", symbol: "BTCUSDT" };
  const orders: KnownOrder[] = [
    { ...told, side: "BUY", price: "1.50" },
    { ...told, price: decimal("1.50"), qty: null },
    { ...told, price: "1.5" },
    { ...told, side: "SELL" },
    { ...told, qty: "1" },
    { ...told, symbol: "SOL", price: "7" },
  ];
  expect(match(orders).unlike).toEqual([2, 3, 4]);
});

describe("its numbers", () => {
  const EXPECTED = 'expected a decimal as text, such as "0.10", or a Decimal, got';
  it.each([
    { order: { price: "x" }, refusal: `orders[1].price: ${EXPECTED} the text "x"` },
    { order: { price: "" }, refusal: `orders[1].price: ${EXPECTED} the text ""` },
    { order: { price: 1.5 }, refusal: `orders[1].price: ${EXPECTED} the number 1.5` },
    { order: { price: "1", qty: "NaN" }, refusal: `orders[1].qty: ${EXPECTED} the text "NaN"` },
    { order: { qty: {} }, refusal: `orders[1].qty: ${EXPECTED} an object` },
    { order: { symbol: "SOL", qty: "+1" }, refusal: `orders[1].qty: ${EXPECTED} the text "+1"` },
  ])("$order are refused with their path, whether the order is there or not", ({ order, refusal }) => {
    expect(refusalOf(order)).toBe(refusal);
  });

  it.each([{ price: "1.50" }, { price: "15e-1" }, { price: null, qty: "0.0" }, { qty: undefined }])(
    "%j are fine",
    (order) => {
      expect(refusalOf(order)).toBe("nothing was refused");
    },
  );
});
