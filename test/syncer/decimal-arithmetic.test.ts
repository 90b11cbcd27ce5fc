import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareDecimals,
  decimal,
  decimalFromUnits,
  isDecimalText,
  isZero,
  negated,
  parseDecimal,
  subtractDecimals,
  subtractUnits,
  unitsAtScale,
} from "../../src/syncer/decimal.js";
import { DEEPEST_SCALE, decimalText } from "../support/arbitraries.js";
import { exactOrder, exactUnits } from "../support/exact-oracle.js";

const pair = fc.oneof(
  fc.tuple(decimalText, decimalText),
  decimalText.map((text): [string, string] => [text, text]),
);

describe("compareDecimals", () => {
  it.each([
    ["1.0", "1.00", 0],
    ["0", "-0.0", 0],
    ["1e2", "100.000000000000000000", 0],
    ["2", "10", -1],
    ["-2", "-10", 1],
    ["9007199254740992", "9007199254740993", -1],
    ["0.1", "0.10000000000000000001", -1],
    ["9007199254740991", "9007199254740991.000000000000001", -1],
    ["-9007199254740993", "-9007199254740992", -1],
    ["123456789012345678901234567890", "5", 1],
  ])("%s against %s is %i", (a, b, order) => {
    expect(compareDecimals(decimal(a), decimal(b))).toBe(order);
    expect(compareDecimals(decimal(b), decimal(a))).toBe(0 - order);
  });

  it("is the exact order of any two", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(compareDecimals(decimal(a), decimal(b))).toBe(exactOrder(a, b, DEEPEST_SCALE));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("subtractDecimals", () => {
  it.each([
    ["1.5", "0.25", "1.25"],
    ["0.3", "0.1", "0.2"],
    ["0.1", "0.10", "0.00"],
    ["1", "2", "-1"],
    ["0", "0.009", "-0.009"],
    ["-0.5", "-0.75", "0.25"],
    ["9007199254740993", "1", "9007199254740992"],
    ["9007199254740993", "9007199254740992", "1"],
    ["9007199254740993", "9007199254740993", "0"],
    ["-9007199254740991", "1", "-9007199254740992"],
    ["9007199254740991", "0.1", "9007199254740990.9"],
    ["1", "0.000000000000000001", "0.999999999999999999"],
  ])("%s - %s is %s", (a, b, difference) => {
    expect(subtractDecimals(decimal(a), decimal(b))).toStrictEqual(decimal(difference));
  });

  it("is exact for any two, in the form that its text is read as", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const difference = subtractDecimals(decimal(a), decimal(b));
        expect(exactUnits(difference.text, DEEPEST_SCALE)).toBe(
          exactUnits(a, DEEPEST_SCALE) - exactUnits(b, DEEPEST_SCALE),
        );
        expect(difference).toStrictEqual(decimal(difference.text));
        expect(isZero(difference)).toBe(exactOrder(a, b, DEEPEST_SCALE) === 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("units", () => {
  it.each([
    { text: "1.5", scale: 1, units: 15 },
    { text: "1.5", scale: 16, units: 15_000_000_000_000_000n },
    { text: "-1.5", scale: 3, units: -1500 },
    { text: "9.007199254740991", scale: 15, units: Number.MAX_SAFE_INTEGER },
    { text: "9007199254740991", scale: 1, units: 90_071_992_547_409_910n },
    { text: "0.000001", scale: 21, units: 1_000_000_000_000_000 },
    { text: "0.00", scale: 400, units: 0 },
  ])(
    "unitsAtScale: $text at scale $scale is $units, a number while that is exact",
    ({ text, scale, units }) => {
      expect(unitsAtScale(decimal(text), scale)).toBe(units);
    },
  );

  it("unitsAtScale multiplies exactly, up to any scale", () => {
    fc.assert(
      fc.property(decimalText, fc.nat({ max: 40 }), (text, further) => {
        const value = decimal(text);
        const scale = value.scale + further;
        expect(BigInt(unitsAtScale(value, scale))).toBe(exactUnits(value.text, scale));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { a: Number.MAX_SAFE_INTEGER, b: -2, difference: 9_007_199_254_740_993n },
    { a: Number.MIN_SAFE_INTEGER, b: 2, difference: -9_007_199_254_740_993n },
    { a: 9_007_199_254_740_993n, b: 2, difference: 9_007_199_254_740_991n },
    { a: 5, b: 7, difference: -2 },
  ])("subtractUnits: $a - $b is $difference", ({ a, b, difference }) => {
    expect(subtractUnits(a, b)).toBe(difference);
  });

  it.each([
    { units: 0, scale: 3, text: "0.000" },
    { units: 5, scale: 0, text: "5" },
    { units: -5, scale: 3, text: "-0.005" },
    { units: 1234, scale: 3, text: "1.234" },
    { units: 123, scale: 3, text: "0.123" },
    { units: -9_007_199_254_740_993n, scale: 2, text: "-90071992547409.93" },
    { units: 7n, scale: 1, text: "0.7" },
  ])("decimalFromUnits: $units at scale $scale is $text", ({ units, scale, text }) => {
    expect(decimalFromUnits(units, scale)).toStrictEqual(decimal(text));
  });
});

it("the value with the other sign is the difference from zero", () => {
  const law = fc.property(decimalText, (text) => {
    const value = decimal(text);
    expect(exactUnits(negated(value).text, DEEPEST_SCALE)).toBe(-exactUnits(text, DEEPEST_SCALE));
    expect(negated(value)).toStrictEqual(subtractDecimals(decimal("0"), value));
  });
  fc.assert(law, { numRuns: 500 });
});

it("text is decimal text where it can be read as one", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789.-+eE "), maxLength: 18 });
  const law = fc.property(fc.oneof(decimalText, digits), (text) => {
    expect(isDecimalText(text)).toBe(parseDecimal(text) !== undefined);
    const isOne = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?$/.test(text);
    const exponent = Number(/[eE](.*)$/.exec(text)?.[1] ?? "0");
    if (Math.abs(exponent) < 900) expect(isDecimalText(text)).toBe(isOne);
  });
  fc.assert(law, { numRuns: 2000 });
});
