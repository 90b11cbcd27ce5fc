import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/syncer/canonical-json.js";
import { loadSnapshot, parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { type Fields, wireOrder, wirePosition, wireSnapshot, without } from "../support/accounts.js";
import { problemsOf } from "../support/refusal.js";

// Each place where a row can be bad, with a healthy row before it, so that the index is seen to count.
const PLACES = {
  "": (fields: Fields) => ({ ...wireSnapshot(), ...fields }),
  "positions[1].": (fields: Fields) => wireSnapshot({ positions: [wirePosition(), wirePosition(fields)] }),
  "open_orders[1].": (fields: Fields) => wireSnapshot({ open_orders: [wireOrder(), wireOrder(fields)] }),
} as const;

type Place = keyof typeof PLACES;

function problemsWith(place: Place, field: string, value: JsonValue): readonly string[] {
  return problemsOf(() => parseSnapshot(PLACES[place]({ [field]: value })));
}

const TEXT = "expected text that is not empty";
const MS = "expected Unix ms, a whole number of at least 0";
const ID = "expected an id in quotes (64-bit ids do not survive a JSON number)";
const DECIMAL = 'expected a decimal as text, such as "0.10"';

describe("one bad field is named, with what is there", () => {
  it.each<{ place: Place; field: string; value: JsonValue; problem: string }>([
    { place: "", field: "positions", value: null, problem: "expected an array, got null" },
    { place: "", field: "open_orders", value: {}, problem: "expected an array, got an object" },
    { place: "", field: "ts", value: -1, problem: `${MS}, got the number -1` },
    { place: "", field: "ts", value: 1.5, problem: `${MS}, got the number 1.5` },
    { place: "", field: "ts", value: 2 ** 53, problem: `${MS}, got the number 9007199254740992` },
    { place: "", field: "ts", value: null, problem: `${MS}, got null` },
    { place: "", field: "ts", value: "2000", problem: `${MS}, got the text "2000"` },
    { place: "", field: "source", value: "", problem: `${TEXT}, got the text ""` },
    { place: "positions[1].", field: "symbol", value: "", problem: `${TEXT}, got the text ""` },
    { place: "positions[1].", field: "symbol", value: 5, problem: `${TEXT}, got the number 5` },
    { place: "positions[1].", field: "qty", value: null, problem: `${DECIMAL}, got null` },
    {
      place: "positions[1].",
      field: "side",
      value: "long",
      problem: 'expected LONG, SHORT, BOTH, got the text "long"',
    },
    {
      place: "positions[1].",
      field: "side",
      value: "BUY",
      problem: 'expected LONG, SHORT, BOTH, got the text "BUY"',
    },
    {
      place: "positions[1].",
      field: "leverage",
      value: 2.5,
      problem: "expected an integer, got the number 2.5",
    },
    {
      place: "positions[1].",
      field: "leverage",
      value: "10",
      problem: 'expected an integer, got the text "10"',
    },
    { place: "positions[1].", field: "ts", value: -5, problem: `${MS}, got the number -5` },
    { place: "open_orders[1].", field: "order_id", value: 17, problem: `${ID}, got the number 17` },
    { place: "open_orders[1].", field: "order_id", value: "", problem: `${TEXT}, got the text ""` },
    { place: "open_orders[1].", field: "order_id", value: null, problem: `${TEXT}, got null` },
    { place: "open_orders[1].", field: "symbol", value: null, problem: `${TEXT}, got null` },
    {
      place: "open_orders[1].",
      field: "side",
      value: "LONG",
      problem: 'expected BUY, SELL, got the text "LONG"',
    },
    { place: "open_orders[1].", field: "side", value: null, problem: "expected BUY, SELL, got null" },
    { place: "open_orders[1].", field: "order_type", value: null, problem: `${TEXT}, got null` },
    { place: "open_orders[1].", field: "price", value: null, problem: `${DECIMAL}, got null` },
    { place: "open_orders[1].", field: "filled_qty", value: "", problem: `${DECIMAL}, got the text ""` },
    { place: "open_orders[1].", field: "qty", value: 2, problem: `${DECIMAL}, got the number 2` },
    { place: "open_orders[1].", field: "client_order_id", value: 17, problem: `${ID}, got the number 17` },
    { place: "open_orders[1].", field: "client_order_id", value: "", problem: `${TEXT}, got the text ""` },
    {
      place: "positions[1].",
      field: "margin_mode",
      value: "cross",
      problem: 'expected CROSS, ISOLATED, got the text "cross"',
    },
    {
      place: "open_orders[1].",
      field: "reduce_only",
      value: "true",
      problem: 'expected true or false, got the text "true"',
    },
    {
      place: "open_orders[1].",
      field: "reduce_only",
      value: null,
      problem: "expected true or false, got null",
    },
    { place: "open_orders[1].", field: "status", value: ["NEW"], problem: `${TEXT}, got an array` },
    { place: "open_orders[1].", field: "ts", value: "x", problem: `${MS}, got the text "x"` },
  ])("$place$field: $problem", ({ place, field, value, problem }) => {
    expect(problemsWith(place, field, value)).toEqual([`${place}${field}: ${problem}`]);
  });
});

describe("a missing field is named", () => {
  it.each(Object.keys(wireSnapshot()))("%s", (field) => {
    const [problem, ...more] = problemsOf(() => parseSnapshot(without(wireSnapshot(), field)));
    expect(problem).toMatch(new RegExp(`^${field}: expected .*, got nothing$`));
    expect(more).toEqual([]);
  });

  it.each(Object.keys(wirePosition()))("positions[0].%s", (field) => {
    const positions = [without(wirePosition(), field)];
    const [problem, ...more] = problemsOf(() => parseSnapshot(wireSnapshot({ positions })));
    expect(problem).toMatch(new RegExp(`^positions\\[0\\]\\.${field}: expected .*, got nothing$`));
    expect(more).toEqual([]);
  });

  it.each(Object.keys(wireOrder()))("open_orders[0].%s", (field) => {
    const open_orders = [without(wireOrder(), field)];
    const [problem, ...more] = problemsOf(() => parseSnapshot(wireSnapshot({ open_orders })));
    expect(problem).toMatch(new RegExp(`^open_orders\\[0\\]\\.${field}: expected .*, got nothing$`));
    expect(more).toEqual([]);
  });
});

describe("what is no object at all", () => {
  it.each<{ value: JsonValue; got: string }>([
    { value: null, got: "null" },
    { value: [], got: "an array" },
    { value: 5, got: "the number 5" },
    { value: "{}", got: 'the text "{}"' },
    { value: true, got: "true" },
  ])("$got is refused once, as a snapshot and as a row", ({ value, got }) => {
    expect(problemsOf(() => parseSnapshot(value))).toEqual([`top level: expected an object, got ${got}`]);
    const rows = wireSnapshot({ positions: [value], open_orders: [wireOrder(), value] });
    expect(problemsOf(() => parseSnapshot(rows))).toEqual([
      `positions[0]: expected an object, got ${got}`,
      `open_orders[1]: expected an object, got ${got}`,
    ]);
  });
});

describe("many bad fields", () => {
  const wire = wireSnapshot({
    positions: [wirePosition({ qty: "NaN", side: null }), wirePosition({ leverage: "x" })],
    open_orders: [wireOrder({ order_id: 1, qty: 2 }), null],
    ts: -1,
  });

  it("are all collected, in the order of the contract", () => {
    const paths = problemsOf(() => parseSnapshot(wire)).map((problem) => problem.split(": ")[0]);
    expect(paths).toEqual([
      "positions[0].side",
      "positions[0].qty",
      "positions[1].leverage",
      "open_orders[0].order_id",
      "open_orders[0].qty",
      "open_orders[1]",
      "ts",
    ]);
  });

  it("show the first three and count the rest in the message", () => {
    const details = problemsOf(() => parseSnapshot(wire));
    expect(() => loadSnapshot(JSON.stringify(wire))).toThrow(`${details.slice(0, 3).join("; ")}; and 4 more`);
    const three = wireSnapshot({ ts: -1, source: "", positions: null });
    expect(() => parseSnapshot(three)).toThrow(
      expect.objectContaining({ message: problemsOf(() => parseSnapshot(three)).join("; ") }),
    );
  });
});
