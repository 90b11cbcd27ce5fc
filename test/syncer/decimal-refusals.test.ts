import { describe, expect, it } from "vitest";
import { decimal, parseDecimal } from "../../src/syncer/decimal.js";

describe("anything but a JSON number is refused", () => {
  const refused = [
    "NaN",
    "Infinity",
    "-Infinity",
    "null",
    "true",
    "",
    " ",
    " 1",
    "1 ",
    "1\n",
    "\n1",
    "+1",
    ".5",
  ];
  const more = [
    "5.",
    "-",
    "--1",
    "-.5",
    "01",
    "-01",
    "00",
    "1.2.3",
    "1,000",
    "1_000",
    "1n",
    "0x10",
    "١",
    "１",
  ];
  const exponents = ["e5", "1e", "1e+", "1e-", "1e1.5", "1e 5", "1ee5", "1e0000000005"];

  it.each([...refused, ...more, ...exponents])("%j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it("agrees with JSON.parse about every text of up to four of 0 1 9 - + . e E and blank", () => {
    const characters = ["", ..."019-+.eE "];
    let texts = [""];
    for (let length = 1; length <= 4; length++) {
      texts = texts.flatMap((text) => characters.map((character) => text + character));
    }
    const disagreed = texts.filter((text) => (parseDecimal(text) !== undefined) !== isJsonNumber(text));
    expect(disagreed).toEqual([]);
    expect(texts.filter(isJsonNumber).length).toBeGreaterThan(100);
  });

  function isJsonNumber(text: string): boolean {
    try {
      return typeof JSON.parse(text) === "number" && text.trim() === text;
    } catch {
      return false;
    }
  }
});

describe("length", () => {
  it.each([
    ["1,000 digits", "9".repeat(1000)],
    ["a sign and 999 digits", `-${"9".repeat(999)}`],
    ["an exponent that fills 1,000 characters", "1e999"],
    ["a negative number whose exponent does", "-1e998"],
    ["a fraction whose exponent does", "1e-998"],
    ["leading zeros whose exponent does", "0.001e1002"],
  ])("%s is taken", (_, text) => {
    expect(parseDecimal(text)?.text).toHaveLength(1000);
  });

  it.each([
    ["zero with a huge exponent", "0e999999999", "0"],
    ["negative zero with a huge exponent", "-0.00e999999999", "-0"],
  ])("%s is no longer than zero", (_, text, plain) => {
    expect(parseDecimal(text)?.text).toBe(plain);
  });

  it.each([
    ["1,001 digits", "9".repeat(1001)],
    ["a sign and 1,000 digits", `-${"9".repeat(1000)}`],
    ["1,001 characters that expand to fewer", `0.${"0".repeat(995)}1e10`],
    ["an exponent one further", "1e1000"],
    ["a negative number whose exponent is one further", "-1e999"],
    ["a fraction one further", "1e-999"],
    ["leading zeros one further", "0.001e1003"],
    ["a huge exponent", "1e999999999"],
    ["a huge negative exponent", "1e-999999999"],
    ["zero with a huge negative exponent", "0e-999999999"],
  ])("%s is refused", (_, text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});

describe("decimal()", () => {
  it("names the text that it refuses", () => {
    expect(() => decimal("1,5\n")).toThrow(new RangeError('not a decimal: "1,5\\n"'));
  });
});
