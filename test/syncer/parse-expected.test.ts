import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/syncer/canonical-json.js";
import { decimal } from "../../src/syncer/decimal.js";
import { parseExpected } from "../../src/syncer/parse-expected.js";
import { problemsOf } from "../support/refusal.js";

const ORDER = { order_id: "1", symbol: "BTCUSDT" };
const POSITION = { symbol: "BTCUSDT", side: "LONG", qty: "0.5" };
const ID = "expected an id in quotes (64-bit ids do not survive a JSON number)";
const DECIMAL = 'expected a decimal as text, such as "0.10"';

describe("what is believed", () => {
  it("is read field by field", () => {
    expect(
      parseExpected({
        order_ids: ["a", "b"],
        orders: [{ ...ORDER, side: "SELL", price: "1e2", qty: "0.10" }],
        positions: [{ ...POSITION, margin_mode: "ISOLATED" }],
      }),
    ).toStrictEqual({
      orderIds: ["a", "b"],
      orders: [
        { orderId: "1", symbol: "BTCUSDT", side: "SELL", price: decimal("100"), qty: decimal("0.10") },
      ],
      positions: [{ symbol: "BTCUSDT", side: "LONG", qty: decimal("0.5"), marginMode: "ISOLATED" }],
    });
  });

  it("may leave out, or say null of, what is not to be compared", () => {
    const nothing = { orderIds: null, orders: null, positions: null };
    expect(parseExpected({})).toStrictEqual(nothing);
    expect(parseExpected({ order_ids: null, orders: null, positions: null })).toStrictEqual(nothing);
    const unsaid = { side: null, price: null, qty: null };
    expect(parseExpected({ orders: [{ ...ORDER, ...unsaid }] })).toStrictEqual(
      parseExpected({ orders: [ORDER] }),
    );
    expect(parseExpected({ positions: [{ ...POSITION, margin_mode: null }] })).toStrictEqual(
      parseExpected({ positions: [POSITION] }),
    );
  });

  it("may name one id on two symbols, and one position in two modes and in none", () => {
    const positions = ["CROSS", "ISOLATED", null].map((margin_mode) => ({ ...POSITION, margin_mode }));
    expect(() => parseExpected({ orders: [ORDER, { ...ORDER, symbol: "ETH" }], positions })).not.toThrow();
  });
});

describe("what is refused, in one line with its path", () => {
  it.each<{ name: string; value: JsonValue; problems: readonly string[] }>([
    { name: "no object", value: [], problems: ["top level: expected an object, got an array"] },
    { name: "null", value: null, problems: ["top level: expected an object, got null"] },
    {
      name: "an unknown list",
      value: { order_id: ["a"] },
      problems: ["order_id: no such field; there are order_ids, orders, positions"],
    },
    {
      name: "an unknown field of an order",
      value: { orders: [ORDER, { ...ORDER, symbol: "ETH", amount: "1" }] },
      problems: ["orders[1].amount: no such field; there are order_id, symbol, side, price, qty"],
    },
    {
      name: "an unknown field of a position",
      value: { positions: [{ ...POSITION, marginMode: "CROSS" }] },
      problems: ["positions[0].marginMode: no such field; there are symbol, side, qty, margin_mode"],
    },
    {
      name: "a hostile name",
      value: JSON.parse('{"__proto__": [], "a\\u001b[31m": 1}'),
      problems: [
        "__proto__: no such field; there are order_ids, orders, positions",
        "a\\u{1b}[31m: no such field; there are order_ids, orders, positions",
      ],
    },
    {
      name: "a numeric id",
      value: { order_ids: ["a", 5] },
      problems: [`order_ids[1]: ${ID}, got the number 5`],
    },
    {
      name: "a numeric id of an order",
      value: { orders: [{ ...ORDER, order_id: 17 }] },
      problems: [`orders[0].order_id: ${ID}, got the number 17`],
    },
    {
      name: "an empty id",
      value: { order_ids: ["", ""] },
      problems: [0, 1].map(
        (index) => `order_ids[${index}]: expected text that is not empty, got the text ""`,
      ),
    },
    {
      name: "an id twice",
      value: { order_ids: ["a", "b", "a"] },
      problems: ['order_ids[2]: "a" is there already'],
    },
    {
      name: "an order twice",
      value: { orders: [ORDER, { ...ORDER, price: "1" }] },
      problems: ['orders[1]: "BTCUSDT" "1" is there already'],
    },
    {
      name: "a position twice",
      value: { positions: [POSITION, { ...POSITION, margin_mode: "CROSS" }, { ...POSITION, qty: "1" }] },
      problems: ['positions[2]: "BTCUSDT" "LONG" is there already'],
    },
    {
      name: "a position twice in one mode",
      value: { positions: [1, 2].map((qty) => ({ ...POSITION, qty: `${qty}`, margin_mode: "CROSS" })) },
      problems: ['positions[1]: "BTCUSDT" "LONG" "CROSS" is there already'],
    },
    {
      name: "a float that lost digits",
      value: { orders: [{ ...ORDER, price: 0.30000000000000004, qty: 1 }] },
      problems: [
        `orders[0].price: ${DECIMAL}, got the number 0.30000000000000004`,
        `orders[0].qty: ${DECIMAL}, got the number 1`,
      ],
    },
    {
      name: "a side that does not exist",
      value: { orders: [{ ...ORDER, side: "buy" }], positions: [{ ...POSITION, side: "UP" }] },
      problems: [
        'orders[0].side: expected BUY, SELL, got the text "buy"',
        'positions[0].side: expected LONG, SHORT, BOTH, got the text "UP"',
      ],
    },
    {
      name: "a margin mode that does not exist",
      value: { positions: [{ ...POSITION, margin_mode: "cross" }] },
      problems: ['positions[0].margin_mode: expected CROSS, ISOLATED, got the text "cross"'],
    },
    {
      name: "what must be there",
      value: { orders: [{}], positions: [{}] },
      problems: [
        "orders[0].order_id: expected text that is not empty, got nothing",
        "orders[0].symbol: expected text that is not empty, got nothing",
        "positions[0].symbol: expected text that is not empty, got nothing",
        "positions[0].side: expected LONG, SHORT, BOTH, got nothing",
        `positions[0].qty: ${DECIMAL}, got nothing`,
      ],
    },
    {
      name: "lists that are none",
      value: { order_ids: "a", orders: {}, positions: 5 },
      problems: [
        'order_ids: expected an array, got the text "a"',
        "orders: expected an array, got an object",
        "positions: expected an array, got the number 5",
      ],
    },
    {
      name: "a row that is none",
      value: { orders: [null] },
      problems: ["orders[0]: expected an object, got null"],
    },
  ])("$name", ({ value, problems }) => {
    expect(problemsOf(() => parseExpected(value))).toEqual(problems);
  });
});
