import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalJson,
  canonicalString,
  compareText,
  type JsonValue,
} from "../../src/syncer/canonical-json.js";
import { wildText } from "../support/arbitraries.js";
import { codePointKey } from "../support/exact-oracle.js";

// Each expected text is what Python's json.dumps(value, sort_keys=True, separators=(",", ":")) prints.
describe("canonicalJson gives the bytes that Python gives", () => {
  interface Case {
    readonly name: string;
    readonly value: JsonValue;
    readonly expected: string;
  }
  const controls = String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code));
  it.each<Case>([
    { name: "null", value: null, expected: "null" },
    { name: "booleans", value: [true, false], expected: "[true,false]" },
    { name: "an empty object", value: {}, expected: "{}" },
    { name: "an empty array", value: [], expected: "[]" },
    { name: "empty text", value: "", expected: '""' },
    {
      name: "whole numbers up to the safe ones",
      value: [0, -1, 9007199254740991, -9007199254740991],
      expected: "[0,-1,9007199254740991,-9007199254740991]",
    },
    { name: "negative zero, which an integer does not have", value: -0, expected: "0" },
    {
      name: "keys in order, those of digits too",
      value: { b: 1, a: 2, "": 3, B: 4, 10: 5, 9: 6, "a b": 7 },
      expected: '{"":3,"10":5,"9":6,"B":4,"a":2,"a b":7,"b":1}',
    },
    {
      name: "nesting, with the order of arrays kept",
      value: { z: [1, { y: [], x: {} }], a: null, m: [true, false] },
      expected: '{"a":null,"m":[true,false],"z":[1,{"x":{},"y":[]}]}',
    },
    { name: "quotes and backslashes", value: 'a"b\\c/d', expected: String.raw`"a\"b\\c/d"` },
    {
      name: "control characters",
      value: controls,
      expected:
        String.raw`"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011` +
        String.raw`\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"`,
    },
    { name: "the edges of ASCII", value: "\x7f\x80\xa0~ ", expected: String.raw`"\u007f\u0080\u00a0~ "` },
    { name: "what HTML would escape", value: "</script>&'", expected: `"</script>&'"` },
    {
      name: "the basic plane",
      value: "é€\u2028\ufeff\uffff",
      expected: String.raw`"\u00e9\u20ac\u2028\ufeff\uffff"`,
    },
    {
      name: "pairs beyond the basic plane",
      value: "😀\u{10ffff}",
      expected: String.raw`"\ud83d\ude00\udbff\udfff"`,
    },
    { name: "unpaired surrogates", value: "\ud800x\udfff", expected: String.raw`"\ud800x\udfff"` },
    {
      name: "keys by code point: pairs after U+E000 to U+FFFF",
      value: { "😀": 1, "\uffff": 2, "\ue000": 3, "\ud7ff": 4, "\uf900": 5, z: 6, é: 7 },
      expected: String.raw`{"z":6,"\u00e9":7,"\ud7ff":4,"\ue000":3,"\uf900":5,"\uffff":2,"\ud83d\ude00":1}`,
    },
    {
      name: "keys by code point: unpaired surrogates before U+E000",
      value: { "\ue000": 1, "\udfff": 2, "😀": 3, "\ud83d": 4, "\ud83d\ue000": 5, "\ud83da": 6 },
      expected: String.raw`{"\ud83d":4,"\ud83da":6,"\ud83d\ue000":5,"\udfff":2,"\ue000":1,"\ud83d\ude00":3}`,
    },
    {
      name: "keys that objects inherit",
      value: { constructor: 2, ["__proto__"]: 1, toString: 3 },
      expected: '{"__proto__":1,"constructor":2,"toString":3}',
    },
  ])("$name", ({ value, expected }) => {
    expect(canonicalJson(value)).toBe(expected);
  });
});

describe("canonicalJson refuses a number that is not exact", () => {
  it.each([0.1, -1.5, 2 ** 53, -(2 ** 53), 1e21, Number.NaN, Number.POSITIVE_INFINITY])("%d", (value) => {
    expect(() => canonicalJson({ deep: [value] })).toThrow(new RangeError(`not an exact integer: ${value}`));
  });
});

it("canonicalString is printable ASCII that JSON reads back", () => {
  const readsBack = fc.property(wildText, (text) => {
    const json = canonicalString(text);
    expect(json).toMatch(/^[ -~]*$/);
    expect(JSON.parse(json)).toBe(text);
  });
  fc.assert(readsBack, { numRuns: 1000 });
});

describe("compareText", () => {
  // Texts alike at the start, so that they differ at every kind of unit.
  const alike = fc.tuple(wildText, wildText, wildText).map(([start, a, b]): [string, string] => {
    return [start + a, start + b];
  });

  it("orders by code point", () => {
    const ordersByCodePoint = fc.property(alike, ([a, b]) => {
      const [left, right] = [codePointKey(a), codePointKey(b)];
      const expected = left === right ? 0 : left < right ? -1 : 1;
      expect(Math.sign(compareText(a, b))).toBe(expected);
    });
    fc.assert(ordersByCodePoint, { numRuns: 1000 });
  });

  it.each([
    { name: "nothing before something", lower: "", higher: "a" },
    { name: "a start before the whole", lower: "BTC", higher: "BTCUSDT" },
    { name: "capitals before small letters", lower: "Z", higher: "a" },
    { name: "digits as text, not as numbers", lower: "10", higher: "9" },
    { name: "no accents folded", lower: "z", higher: "é" },
    { name: "U+FFFF before U+1F600", lower: "\uffff", higher: "😀" },
    { name: "an unpaired low surrogate before U+1F600", lower: "\udfff", higher: "😀" },
    { name: "half of a pair before the pair", lower: "a\ud83d", higher: "a😀" },
    { name: "half of a pair and U+E000 before the pair", lower: "a\ud83d\ue000", higher: "a😀" },
  ])("$name", ({ lower, higher }) => {
    expect(compareText(lower, higher)).toBeLessThan(0);
    expect(compareText(higher, lower)).toBeGreaterThan(0);
    expect(compareText(lower, lower)).toBe(0);
  });
});
