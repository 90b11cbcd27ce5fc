import { describe, expect, it } from "vitest";
import { decimal } from "../../src/syncer/decimal.js";
import { without } from "../support/accounts.js";
import { ccxtOrder, ccxtPosition, readCcxt } from "../support/ccxt-rows.js";
import { problemsOf } from "../support/refusal.js";

describe("side and qty of a position", () => {
  it.each([
    { name: "long", row: { side: "long", contracts: 3 }, side: "LONG", qty: "3" },
    { name: "short", row: { side: "short", contracts: 3 }, side: "SHORT", qty: "3" },
    { name: "side said of a hedged leg", row: { side: "short", hedged: true }, side: "SHORT", qty: "0.009" },
    { name: "no side, above zero", row: { side: null, contracts: 3 }, side: "LONG", qty: "3" },
    { name: "no side, below zero", row: { side: null, contracts: -3 }, side: "SHORT", qty: "3" },
    {
      name: "no side, below zero, beyond a float",
      row: { side: null, contracts: "-9007199254740993.000000000000000001", hedged: null },
      side: "SHORT",
      qty: "9007199254740993.000000000000000001",
    },
    {
      name: "a side with a negative size stays a finding",
      row: { side: "short", contracts: -3 },
      side: "SHORT",
      qty: "-3",
    },
  ])("$name", ({ row, side, qty }) => {
    const { positions } = readCcxt([ccxtPosition(row)]);
    expect(positions).toMatchObject([{ side, qty: decimal(qty) }]);
  });

  it.each([
    { name: "null side", row: { side: null, contracts: 0 } },
    { name: "null side, hedged", row: { side: null, hedged: true, contracts: 0 } },
    { name: "side said", row: { side: "long", contracts: 0 } },
    { name: "text with decimals", row: { side: null, contracts: "0.000" } },
    { name: "negative zero", row: { side: null, contracts: -0 } },
  ])("a row of size zero is no position: $name", ({ row }) => {
    const { positions } = readCcxt([ccxtPosition({ symbol: "ETH/USDT:USDT", ...row }), ccxtPosition()]);
    expect(positions.map(({ symbol }) => symbol)).toEqual(["BTC/USDT:USDT"]);
  });
});

describe("what no rule needs may be null", () => {
  const names = ["entryPrice", "markPrice", "unrealizedPnl", "leverage", "timestamp", "hedged"];
  const missing = names.reduce(without, ccxtPosition());
  const nulls = Object.fromEntries(names.map((name) => [name, null]));

  it.each([
    { name: "null", row: { ...missing, ...nulls } },
    { name: "missing", row: missing },
  ])("$name", ({ row }) => {
    const { positions } = readCcxt([row, ccxtPosition({ side: "short" })]);
    const said = { entryPrice: null, markPrice: null, unrealizedPnl: null, leverage: null, ts: null };
    expect(positions[0]).toMatchObject(said);
  });

  it.each([
    { leverage: 5, read: 5 },
    { leverage: "5", read: 5 },
    { leverage: "3.000000000000000000", read: 3 },
    { leverage: 2.5, read: null },
    { leverage: "0.0", read: 0 },
    { leverage: "-0", read: 0 },
    { leverage: "9007199254740993", read: null },
  ])("leverage $leverage is read as $read", ({ leverage, read }) => {
    expect(readCcxt([ccxtPosition({ leverage })]).positions[0]?.leverage).toBe(read);
  });
});

describe("an order", () => {
  it.each([
    { name: "sell", row: { side: "sell" }, read: { side: "SELL" } },
    { name: "type in capitals", row: { type: "limitiftouched" }, read: { orderType: "LIMITIFTOUCHED" } },
    { name: "no type", row: { type: null, price: 60 }, read: { orderType: "UNKNOWN", price: decimal("60") } },
    { name: "no type and no price", row: { type: null, price: null }, read: { price: decimal("0") } },
    {
      name: "market without a price",
      row: { type: "market", price: null },
      read: { orderType: "MARKET", price: decimal("0") },
    },
    { name: "no status", row: { status: null }, read: { status: "UNKNOWN" } },
    { name: "reduce-only", row: { reduceOnly: true }, read: { reduceOnly: true } },
    { name: "reduce-only not said", row: { reduceOnly: null }, read: { reduceOnly: false } },
    { name: "filled", row: { filled: 0.05, remaining: null }, read: { filledQty: decimal("0.05") } },
    {
      name: "filled before remaining where both are there",
      row: { filled: 0.05, remaining: 7 },
      read: { filledQty: decimal("0.05") },
    },
    {
      name: "amount less remaining, exactly",
      row: { amount: 0.3, filled: null, remaining: 0.1 },
      read: { filledQty: decimal("0.2") },
    },
    {
      name: "amount less remaining beyond 2^53",
      row: { amount: "10000000000000001", filled: null, remaining: "10000000000000000" },
      read: { filledQty: decimal("1") },
    },
    {
      name: "no amount: the exchange states none",
      row: { amount: null, filled: 0, remaining: 5 },
      read: { qty: null, filledQty: decimal("0") },
    },
    {
      name: "neither filled nor remaining",
      row: { filled: null, remaining: null },
      read: { filledQty: null },
    },
    {
      name: "remaining of no amount",
      row: { amount: null, filled: null, remaining: 5 },
      read: { qty: null, filledQty: null },
    },
    { name: "our own id", row: { clientOrderId: "bot-7" }, read: { clientOrderId: "bot-7" } },
    { name: "a status that is not final", row: { status: "canceling" }, read: { status: "CANCELING" } },
    { name: "a negative amount is a finding", row: { amount: -0.5 }, read: { qty: decimal("-0.5") } },
  ])("$name", ({ row, read }) => {
    expect(readCcxt([], [ccxtOrder(row)]).openOrders).toMatchObject([read]);
  });
});

it.each([{ clientOrderId: null }, { clientOrderId: "" }, {}])("an order of no own id: %j", (row) => {
  const [order] = readCcxt([], [{ ...without(ccxtOrder(), "clientOrderId"), ...row }]).openOrders;
  expect(Object.keys(order ?? {})).not.toContain("clientOrderId");
});

it.each(["closed", "canceled", "expired", "rejected", "CLOSED", "Canceled"])(
  "an order whose status is %s is no open order, whatever else is wrong with it",
  (status) => {
    const done = { status, id: 5, side: "hold", amount: "x" };
    const { openOrders } = readCcxt([], [ccxtOrder({ id: "1" }), done, ccxtOrder({ id: "2" })]);
    expect(openOrders.map(({ orderId }) => orderId)).toEqual(["1", "2"]);
  },
);

it("a bad row keeps its place in the file, though rows before it are dropped", () => {
  const rows = [ccxtOrder({ status: "closed" }), ccxtOrder({ side: "hold" })];
  expect(problemsOf(() => readCcxt([], rows))).toEqual([expect.stringMatching(/^open_orders\[1\]\.side: /)]);
});

it.each([
  { marginMode: "cross", read: "CROSS" },
  { marginMode: "isolated", read: "ISOLATED" },
  { marginMode: "Isolated", read: "ISOLATED" },
  { marginMode: null, read: undefined },
  { marginMode: "", read: undefined },
  { marginMode: "portfolio", read: undefined },
  { marginMode: { toString: null }, read: undefined },
  { marginMode: 5, read: undefined },
])("the margin mode $marginMode is $read", ({ marginMode, read }) => {
  expect(readCcxt([ccxtPosition({ marginMode })]).positions[0]?.marginMode).toBe(read);
});
