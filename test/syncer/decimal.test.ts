import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, decimal, isNegative, isZero, parseDecimal } from "../../src/syncer/decimal.js";
import { DEEPEST_SCALE, decimalText, plainDecimal } from "../support/arbitraries.js";
import { exactUnits } from "../support/exact-oracle.js";

describe("plain notation is kept as given", () => {
  it.each([
    { text: "0", units: 0, scale: 0 },
    { text: "-0", units: 0, scale: 0 },
    { text: "-0.00", units: 0, scale: 2 },
    { text: "0.10", units: 10, scale: 2 },
    { text: "-12.5", units: -125, scale: 1 },
    { text: "100", units: 100, scale: 0 },
    { text: "999999999999999", units: 999_999_999_999_999, scale: 0 },
    { text: "9007199254740991", units: Number.MAX_SAFE_INTEGER, scale: 0 },
    { text: "9007199254740992", units: 9_007_199_254_740_992n, scale: 0 },
    { text: "-9007199254740991", units: Number.MIN_SAFE_INTEGER, scale: 0 },
    { text: "-9007199254740993", units: -9_007_199_254_740_993n, scale: 0 },
    { text: "0.0000000000000000", units: 0, scale: 16 },
    { text: "-0.0000000000000000", units: 0, scale: 16 },
    { text: "0.000000000000000001", units: 1, scale: 18 },
    { text: "67.850000000000000001", units: 67_850_000_000_000_000_001n, scale: 18 },
  ])("$text", ({ text, units, scale }) => {
    expect(parseDecimal(text)).toStrictEqual(new Decimal(text, units, scale));
  });

  it("any plain decimal", () => {
    const keepsText = fc.property(plainDecimal, (text) => {
      expect(decimal(text).text).toBe(text);
    });
    fc.assert(keepsText, { numRuns: 1000 });
  });
});

// The plain texts are what Python's format(Decimal(text), "f") gives.
describe("exponent notation is expanded", () => {
  it.each([
    ["1e5", "100000"],
    ["1E+5", "100000"],
    ["1.5e+3", "1500"],
    ["1.5e-7", "0.00000015"],
    ["9e-05", "0.00009"],
    ["1.50e1", "15.0"],
    ["10e-1", "1.0"],
    ["0.001e2", "0.1"],
    ["123.456e1", "1234.56"],
    ["123.456e2", "12345.6"],
    ["123.456e3", "123456"],
    ["123.456e-3", "0.123456"],
    ["123.456e-4", "0.0123456"],
    ["-2.5e-1", "-0.25"],
    ["0e5", "0"],
    ["0.00e2", "0"],
    ["0.0e-3", "0.0000"],
    ["-0e0", "-0"],
    ["1e21", "1000000000000000000000"],
  ])("%s is %s", (text, plain) => {
    expect(parseDecimal(text)).toStrictEqual(parseDecimal(plain));
    expect(decimal(text).text).toBe(plain);
  });

  it("keeps the value", () => {
    const value = (text: string) => exactUnits(text, DEEPEST_SCALE);
    const keepsValue = fc.property(decimalText, (text) => {
      expect(value(decimal(text).text)).toBe(value(text));
    });
    fc.assert(keepsValue, { numRuns: 1000 });
  });
});

describe("sign", () => {
  it.each([
    { text: "-0.000000000000000000000000000001", negative: true, zero: false },
    { text: "-12345678901234567890", negative: true, zero: false },
    { text: "-1", negative: true, zero: false },
    { text: "-0", negative: false, zero: true },
    { text: "-0.000000000000000000", negative: false, zero: true },
    { text: "0", negative: false, zero: true },
    { text: "0.00", negative: false, zero: true },
    { text: "0.000000000000000000000000000001", negative: false, zero: false },
    { text: "12345678901234567890", negative: false, zero: false },
  ])("$text: below zero $negative, zero $zero", ({ text, negative, zero }) => {
    expect(isNegative(decimal(text))).toBe(negative);
    expect(isZero(decimal(text))).toBe(zero);
  });
});
