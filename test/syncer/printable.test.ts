import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, quoted } from "../../src/syncer/printable.js";
import { wildText } from "../support/arbitraries.js";

describe("printable", () => {
  it.each([
    { name: "newline", text: "a\nb", shown: String.raw`a\u{a}b` },
    { name: "carriage return", text: "a\r\nb", shown: String.raw`a\u{d}\u{a}b` },
    { name: "tab and NUL", text: "\t\0", shown: String.raw`\u{9}\u{0}` },
    { name: "a terminal's escape sequence", text: "\x1b[31mred", shown: String.raw`\u{1b}[31mred` },
    { name: "DEL and a C1 control", text: "\x7f\x9b", shown: String.raw`\u{7f}\u{9b}` },
    {
      name: "line and paragraph separators",
      text: "\u2028\u2029\x85",
      shown: String.raw`\u{2028}\u{2029}\u{85}`,
    },
    {
      name: "bidi overrides and isolates",
      text: "\u202eUSD\u202c\u2066x\u2069",
      shown: String.raw`\u{202e}USD\u{202c}\u{2066}x\u{2069}`,
    },
    {
      name: "zero width and byte order marks",
      text: "a\u200bb\ufeff",
      shown: String.raw`a\u{200b}b\u{feff}`,
    },
    { name: "format characters beyond the basic plane", text: "\u{e0041}", shown: String.raw`\u{e0041}` },
    { name: "an unpaired high surrogate", text: "\ud83dx", shown: String.raw`\u{d83d}x` },
    { name: "an unpaired low surrogate", text: "x\ude00", shown: String.raw`x\u{de00}` },
  ])("$name", ({ text, shown }) => {
    expect(printable(text)).toBe(shown);
  });

  it.each(["", "BTC/USDT:USDT", "a b  c", 'quotes " and \\ stay', "日本 é 😀", "::set-output name=x::y"])(
    "leaves %j as it is",
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  it("leaves one well-formed line, whatever comes in", () => {
    const oneLine = fc.property(wildText, (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(printable(shown)).toBe(shown);
      expect(Buffer.from(shown, "utf8").toString("utf8")).toBe(shown);
    });
    fc.assert(oneLine, { numRuns: 1000 });
  });
});

describe("quoted", () => {
  it.each([
    { name: "plain text", text: "ord_1", shown: '"ord_1"' },
    { name: "empty text", text: "", shown: '""' },
    { name: "a quote cannot end it", text: 'a" b', shown: String.raw`"a\" b"` },
    { name: "a backslash is doubled", text: "a\\", shown: String.raw`"a\\"` },
    { name: "a newline and its look-alike stay apart", text: "\n\\u{a}", shown: String.raw`"\u{a}\\u{a}"` },
  ])("$name", ({ text, shown }) => {
    expect(quoted(text)).toBe(shown);
  });

  it("gives different lines to different texts", () => {
    const keepsApart = fc.property(wildText, wildText, (a, b) => {
      expect(quoted(a) === quoted(b)).toBe(a === b);
    });
    fc.assert(keepsApart, { numRuns: 1000 });
  });
});
