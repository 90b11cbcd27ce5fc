import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/syncer/canonical-json.js";
import { parseCcxt } from "../../src/syncer/parse-ccxt.js";
import { type Fields, without } from "../support/accounts.js";
import { ccxtOrder, ccxtPosition, readCcxt } from "../support/ccxt-rows.js";
import { problemsOf } from "../support/refusal.js";

const positionProblems = (row: Fields) => problemsOf(() => readCcxt([ccxtPosition(), row]));
const orderProblems = (row: Fields) => problemsOf(() => readCcxt([], [ccxtOrder(), row]));

const MS = "expected Unix ms, a whole number of at least 0";

describe("a position's field that decides a verdict is refused by name", () => {
  it.each<{ field: string; value: JsonValue; problem: string }>([
    { field: "symbol", value: null, problem: "expected text that is not empty, got null" },
    { field: "contracts", value: null, problem: "expected a decimal, got null" },
    { field: "contracts", value: Number.NaN, problem: "expected a decimal, got the number NaN" },
    {
      field: "contracts",
      value: Number.POSITIVE_INFINITY,
      problem: "expected a decimal, got the number Infinity",
    },
    { field: "contracts", value: true, problem: "expected a decimal, got true" },
    {
      field: "contracts",
      value: "",
      problem: 'expected a decimal as text, such as "0.10", got the text ""',
    },
    { field: "side", value: "LONG", problem: 'expected long or short, got the text "LONG"' },
    { field: "side", value: 1, problem: "expected long or short, got the number 1" },
    {
      field: "markPrice",
      value: "n/a",
      problem: 'expected a decimal as text, such as "0.10", got the text "n/a"',
    },
    { field: "leverage", value: false, problem: "expected a decimal, got false" },
    { field: "timestamp", value: -1, problem: `${MS}, got the number -1` },
    { field: "timestamp", value: "1722161166529", problem: `${MS}, got the text "1722161166529"` },
  ])("$field: $problem", ({ field, value, problem }) => {
    expect(positionProblems(ccxtPosition({ [field]: value }))).toEqual([`positions[1].${field}: ${problem}`]);
  });

  it("a hedged leg must say its side", () => {
    for (const contracts of [3, -3]) {
      const leg = ccxtPosition({ side: null, hedged: true, contracts });
      expect(positionProblems(leg)).toEqual(["positions[1].side: expected long or short, got null"]);
      expect(positionProblems(without(leg, "side"))).toEqual([
        "positions[1].side: expected long or short, got nothing",
      ]);
    }
  });

  it.each(["symbol", "contracts"])("missing %s", (field) => {
    const [problem, ...more] = positionProblems(without(ccxtPosition(), field));
    expect(problem).toMatch(new RegExp(`^positions\\[1\\]\\.${field}: expected .*, got nothing$`));
    expect(more).toEqual([]);
  });
});

describe("an order's field that decides a verdict is refused by name", () => {
  it.each<{ field: string; value: JsonValue; problem: string }>([
    {
      field: "id",
      value: 3811057334,
      problem:
        "expected an id in quotes (64-bit ids do not survive a JSON number), got the number 3811057334",
    },
    { field: "id", value: null, problem: "expected text that is not empty, got null" },
    { field: "symbol", value: "", problem: 'expected text that is not empty, got the text ""' },
    { field: "side", value: "BUY", problem: 'expected buy, sell, got the text "BUY"' },
    { field: "side", value: null, problem: "expected buy, sell, got null" },
    { field: "amount", value: {}, problem: "expected a decimal, got an object" },
    {
      field: "clientOrderId",
      value: 17,
      problem: "expected an id in quotes (64-bit ids do not survive a JSON number), got the number 17",
    },
    { field: "lastUpdateTimestamp", value: -1, problem: `${MS}, got the number -1` },
    {
      field: "status",
      value: ["closed"],
      problem: "expected text that is not empty, got an array",
    },
    { field: "price", value: null, problem: "expected a decimal, got null" },
    { field: "type", value: 5, problem: "expected text that is not empty, got the number 5" },
    { field: "status", value: "", problem: 'expected text that is not empty, got the text ""' },
    { field: "reduceOnly", value: "yes", problem: 'expected true or false, got the text "yes"' },
    { field: "filled", value: [], problem: "expected a decimal, got an array" },
    { field: "timestamp", value: 0.5, problem: `${MS}, got the number 0.5` },
  ])("$field: $problem", ({ field, value, problem }) => {
    expect(orderProblems(ccxtOrder({ [field]: value }))).toEqual([`open_orders[1].${field}: ${problem}`]);
  });

  it.each(["id", "symbol", "side", "price"])("missing %s", (field) => {
    const [problem, ...more] = orderProblems(without(ccxtOrder(), field));
    expect(problem).toMatch(new RegExp(`^open_orders\\[1\\]\\.${field}: expected .*, got nothing$`));
    expect(more).toEqual([]);
  });
});

describe("the snapshot around the rows", () => {
  it("is refused without its orders, and with positions that are null: an error is not an empty account", () => {
    expect(problemsOf(() => parseCcxt({ openOrders: [], positions: null }))).toEqual([
      "positions: expected an array, got null",
      "open_orders: expected an array, got nothing",
    ]);
  });

  it.each<{ value: JsonValue; got: string }>([
    { value: [ccxtOrder()], got: "an array" },
    { value: null, got: "null" },
    { value: "rows", got: 'the text "rows"' },
  ])("is named where it is $got", ({ value, got }) => {
    expect(problemsOf(() => parseCcxt(value))).toEqual([
      `top level: expected {"timestamp": ms, "positions": [...], "open_orders": [...]}, got ${got}`,
    ]);
  });

  it("needs a timestamp where it is to be held against an earlier one", () => {
    const wire = { positions: [ccxtPosition()], open_orders: [] };
    const read = (timestamp: number | null) => parseCcxt({ ...wire, timestamp }, { needsTimestamp: true });
    expect(read(7).ts).toBe(7);
    expect(problemsOf(() => read(null))).toEqual([`timestamp: ${MS}, got null`]);
    expect(problemsOf(() => parseCcxt(wire, { needsTimestamp: true }))).toEqual([
      `timestamp: ${MS}, got nothing`,
    ]);
  });

  it("needs a timestamp where no row has one", () => {
    const positions = [ccxtPosition({ timestamp: null })];
    const problem = "timestamp: no row carries a timestamp, so expected the snapshot's own, got";
    expect(problemsOf(() => parseCcxt({ positions, open_orders: [] }))).toEqual([`${problem} nothing`]);
    const wire = { positions, open_orders: [], timestamp: null };
    expect(problemsOf(() => parseCcxt(wire))).toEqual([`${problem} null`]);
  });

  it("names every bad path at once", () => {
    const wire = {
      positions: [ccxtPosition({ contracts: "x" }), 5, ccxtPosition({ side: "up" })],
      open_orders: [ccxtOrder({ id: 5, side: "hold" })],
      timestamp: -1,
    };
    const paths = problemsOf(() => parseCcxt(wire)).map((problem) => problem.split(": ")[0]);
    expect(paths.toSorted()).toEqual([
      "open_orders[0].id",
      "open_orders[0].side",
      "positions[0].contracts",
      "positions[1]",
      "positions[2].side",
      "timestamp",
    ]);
  });
});
