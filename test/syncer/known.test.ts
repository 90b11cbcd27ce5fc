import { describe, expect, it } from "vitest";
import { decimal } from "../../src/syncer/decimal.js";
import { knownDecimal } from "../../src/syncer/known.js";
import { readKnown } from "../../src/syncer/read-known.js";
import { thrownBy } from "../support/thrown-by.js";

const NOTHING = { orderIds: null, orders: null, positions: null };

/** What somebody without types may give. */
function refusalOf(json: string): string {
  try {
    readKnown(JSON.parse(json));
    return "nothing was refused";
  } catch (error) {
    expect(error).toMatchObject({ name: "DrillError", code: "bad_input" });
    return String(error).replace("DrillError: ", "");
  }
}

describe("what is told", () => {
  it.each([
    { name: "nothing", known: undefined },
    { name: "null", known: null },
    { name: "an object of nothing", known: {} },
    { name: "nulls", known: { orderIds: null, orders: null, positions: null } },
    { name: "what was left out", known: { orderIds: undefined, orders: undefined } },
  ])("$name is nothing", ({ known }) => {
    expect(readKnown(known)).toEqual(NOTHING);
  });

  it.each([
    { name: "an array", ids: () => ["a", "b", "a"] },
    { name: "a Set", ids: () => new Set(["a", "b"]) },
    {
      name: "keys of a Map",
      ids: () =>
        new Map([
          ["a", 1],
          ["b", 2],
        ]).keys(),
    },
    {
      name: "a generator",
      ids: function* () {
        yield "a";
        yield "b";
      },
    },
  ])("ids may be $name, alone or among others", ({ ids }) => {
    expect([...(readKnown(ids()).orderIds ?? [])]).toEqual(["a", "b"]);
    expect([...(readKnown({ orderIds: ids() }).orderIds ?? [])]).toEqual(["a", "b"]);
    expect(readKnown({ orderIds: ids() })).toMatchObject({ orders: null, positions: null });
  });

  it("a Set is used as it is, so that nobody pays for a copy", () => {
    const ids = new Set(["a"]);
    expect(readKnown(ids).orderIds).toBe(ids);
  });

  it("orders and positions may be any iterable", () => {
    const order = { orderId: "1", symbol: "A" };
    const position = { symbol: "A", side: "LONG", qty: decimal("1") } as const;
    const told = readKnown({ orders: new Set([order]), positions: new Map([[1, position]]).values() });
    expect(told).toEqual({ orderIds: null, orders: [order], positions: [position] });
  });

  it("may be an object whose fields are got, as a book of orders has them", () => {
    class Book {
      get orderIds() {
        return ["a"];
      }
    }
    expect(readKnown(new Book()).orderIds).toEqual(new Set(["a"]));
  });

  it("each list is read once", () => {
    let [ids, orders] = [0, 0];
    readKnown({
      get orderIds() {
        ids += 1;
        return ["a"];
      },
      get orders() {
        orders += 1;
        return [];
      },
    });
    expect([ids, orders]).toEqual([1, 1]);
  });
});

describe("what nobody can mean is refused with its path", () => {
  it.each([
    { json: "5", refusal: "known: expected ids, or { orderIds, orders, positions }, got the number 5" },
    { json: '"abc"', refusal: 'known: expected a list, a Set or another iterable, got the text "abc"' },
    { json: '["a", 5]', refusal: "known[1]: expected text that is not empty, got the number 5" },
    { json: '[""]', refusal: 'known[0]: expected text that is not empty, got the text ""' },
    {
      json: '{"order_ids": ["a"]}',
      refusal: "known.order_ids: no such field; there are orderIds, orders, positions",
    },
    {
      json: '{"orderIds": "abc"}',
      refusal: 'orderIds: expected a list, a Set or another iterable, got the text "abc"',
    },
    { json: '{"orderIds": [null]}', refusal: "orderIds[0]: expected text that is not empty, got null" },
    { json: '{"orders": {}}', refusal: "orders: expected a list, a Set or another iterable, got an object" },
    {
      json: '{"orders": 7}',
      refusal: "orders: expected a list, a Set or another iterable, got the number 7",
    },
    { json: '{"orders": ["a"]}', refusal: 'orders[0]: expected an object, got the text "a"' },
    { json: '{"orders": [[]]}', refusal: "orders[0]: expected an object, got an array" },
    {
      json: '{"orders": [{"orderId": "1", "symbol": "A"}, {"orderId": 2, "symbol": "A"}]}',
      refusal: "orders[1].orderId: expected text that is not empty, got the number 2",
    },
    {
      json: '{"orders": [{"orderId": "1"}]}',
      refusal: "orders[0].symbol: expected text that is not empty, got nothing",
    },
    {
      json: '{"orders": [{"orderId": "1", "symbol": "A", "side": "buy"}]}',
      refusal: 'orders[0].side: expected BUY, SELL, got the text "buy"',
    },
    { json: '{"positions": [null]}', refusal: "positions[0]: expected an object, got null" },
    {
      json: '{"positions": [{"symbol": ""}]}',
      refusal: 'positions[0].symbol: expected text that is not empty, got the text ""',
    },
    {
      json: '{"positions": [{"symbol": "A", "side": "UP", "qty": "1"}]}',
      refusal: 'positions[0].side: expected LONG, SHORT, BOTH, got the text "UP"',
    },
    {
      json: '{"positions": [{"symbol": "A", "side": "BOTH", "qty": 1}]}',
      refusal: 'positions[0].qty: expected a decimal as text, such as "0.10", or a Decimal, got the number 1',
    },
    {
      json: '{"positions": [{"symbol": "A", "side": "SHORT"}]}',
      refusal: 'positions[0].qty: expected a decimal as text, such as "0.10", or a Decimal, got nothing',
    },
    {
      json: '{"positions": [{"symbol": "A", "side": "LONG", "qty": "1", "marginMode": "cross"}]}',
      refusal: 'positions[0].marginMode: expected CROSS, ISOLATED, got the text "cross"',
    },
  ])("$json", ({ json, refusal }) => {
    expect(refusalOf(json)).toBe(refusal);
  });

  it.each(["BUY", "SELL", null])("an order's side %s is fine", (side) => {
    expect(refusalOf(JSON.stringify({ orders: [{ orderId: "1", symbol: "A", side }] }))).toBe(
      "nothing was refused",
    );
  });

  it.each(["CROSS", "ISOLATED", null])("a position's margin mode %s is fine", (marginMode) => {
    const positions = [{ symbol: "A", side: "LONG", qty: "-1e-5", marginMode }];
    expect(refusalOf(JSON.stringify({ positions }))).toBe("nothing was refused");
  });
});

it("a number that is known is text or a Decimal", async () => {
  expect(knownDecimal("1.50")).toStrictEqual(decimal("1.50"));
  expect(knownDecimal(decimal("2"))).toStrictEqual(decimal("2"));
  expect(await thrownBy(() => knownDecimal("x"))).toBeInstanceOf(RangeError);
});
