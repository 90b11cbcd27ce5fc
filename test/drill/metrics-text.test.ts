import { describe, expect, it } from "vitest";
import { MetricsText, type SeriesLabel } from "../../src/drill/metrics-text.js";

const ORPHAN: SeriesLabel = ["rule", "orphan_order"];

describe("MetricsText.valueOf", () => {
  it.each([
    { name: "an integer", line: "m 1", value: "1" },
    { name: "a fraction of zero", line: "m 1.0", value: "1" },
    { name: "an exponent", line: "m 1e0", value: "1" },
    { name: "a signed exponent", line: "m 4.9e+03", value: "4900" },
    { name: "a fraction", line: "m 0.25", value: "0.25" },
    { name: "a negative value", line: "m -2", value: "-2" },
    { name: "negative zero", line: "m -0", value: "0" },
    { name: "a time behind the value", line: "m 1 1700000000000", value: "1" },
    { name: "several blanks", line: "m   7", value: "7" },
    { name: "a carriage return at the end", line: "m 1\r", value: "1" },
    { name: "NaN", line: "m NaN", value: "NaN" },
    { name: "labels that were not asked for", line: 'm{job="x",le="+Inf"} 3', value: "3" },
    { name: "a name with a colon and digits", line: "m 1\nm:2 5", value: "1" },
    { name: "the first of two", line: "m 1\nm 2", value: "1" },
  ])("reads $name", ({ line, value }) => {
    expect(new MetricsText(`# TYPE m gauge\n${line}\n`).valueOf("m")).toBe(value);
  });

  it.each([
    { name: "another name", text: "n 1" },
    { name: "a longer name", text: "mm 1" },
    { name: "a name that it only ends in", text: "x_m 1" },
    { name: "a HELP line alone", text: "# HELP m 1" },
    { name: "a comment", text: "#m 1" },
    { name: "a sample without a value", text: "m\nm " },
    { name: "an indented sample", text: "  m 1" },
    { name: "no text", text: "" },
  ])("finds nothing in $name", ({ text }) => {
    expect(new MetricsText(text).valueOf("m")).toBe("absent");
  });
});

describe("MetricsText.valueOf with a label", () => {
  it.each([
    { name: "the label alone", line: 'm{rule="orphan_order"} 1' },
    { name: "a further label before it", line: 'm{instance="a:1",rule="orphan_order"} 1' },
    { name: "a further label behind it", line: 'm{rule="orphan_order",instance="a:1"} 1' },
    { name: "blanks between labels and a last comma", line: 'm{ instance="a" , rule="orphan_order", } 1' },
    { name: "a brace and a comma in another value", line: 'm{x="} 9,",rule="orphan_order"} 1' },
    { name: "an escaped quote in another value", line: 'm{x="\\"",rule="orphan_order"} 1' },
    { name: "an escaped backslash at the end of another value", line: 'm{x="\\\\",rule="orphan_order"} 1' },
    { name: "an escaped newline in another value", line: 'm{x="a\\nb",rule="orphan_order"} 1' },
  ])("finds the series with $name", ({ line }) => {
    expect(new MetricsText(`m{rule="negative_qty"} 2\n${line}\n`).valueOf("m", ORPHAN)).toBe("1");
  });

  it.each([
    { name: "another value", line: 'm{rule="orphan"} 1' },
    { name: "another label of that value", line: 'm{rules="orphan_order"} 1' },
    { name: "a label whose name only ends in it", line: 'm{xrule="orphan_order"} 1' },
    { name: "no labels", line: "m 1" },
    { name: "empty labels", line: "m{} 1" },
    { name: "its words inside another value", line: 'm{x="rule=\\"orphan_order\\""} 1' },
    { name: "an escaped value", line: 'm{rule="orphan_order\\""} 1' },
    { name: "another metric's series", line: 'n{rule="orphan_order"} 1' },
  ])("does not take $name for it", ({ line }) => {
    expect(new MetricsText(line).valueOf("m", ORPHAN)).toBe("absent");
  });
});

describe("MetricsText.lineOf", () => {
  const metrics = new MetricsText('m{rule="orphan_order",x="y"} 1.0 5\nn 2\n');

  it.each([
    {
      name: "the whole line of a labelled series",
      series: "m",
      label: ORPHAN,
      line: 'm{rule="orphan_order",x="y"} 1.0 5',
    },
    { name: "the whole line of a plain series", series: "n", label: undefined, line: "n 2" },
    { name: "what is absent", series: "o", label: undefined, line: "o absent" },
  ])("quotes $name", ({ series, label, line }) => {
    expect(metrics.lineOf(series, label)).toBe(line);
  });
});

describe("MetricsText.hasLine", () => {
  const metrics = new MetricsText("# HELP m Help\n# TYPE m gauge\nm 1\n");

  it.each([
    { pattern: "# HELP m ", has: true },
    { pattern: "# TYPE m gauge", has: true },
    { pattern: "m ", has: true },
    { pattern: "HELP m ", has: false },
    { pattern: "m{", has: false },
    { pattern: "# TYPE m counter", has: false },
  ])("of $pattern is $has", ({ pattern, has }) => {
    expect(metrics.hasLine(pattern)).toBe(has);
  });

  it("keeps the whole text", () => {
    expect(metrics.text).toBe("# HELP m Help\n# TYPE m gauge\nm 1\n");
  });
});

describe("a hostile line of a mebibyte", () => {
  const MEBIBYTE = 2 ** 20;

  // A pattern that starts over at each character would take hours.
  it.each([
    { name: "one long word among the labels", line: `m{${"a".repeat(MEBIBYTE)}} 1` },
    { name: "one long word in a label's value", line: `m{a="${"a".repeat(MEBIBYTE)}} 1` },
    { name: "quotes that are never closed", line: `m{${'a="'.repeat(MEBIBYTE / 3)}} 1` },
    { name: "braces", line: `m${"{}".repeat(MEBIBYTE / 2)} 1` },
    { name: "blanks", line: `m ${" ".repeat(MEBIBYTE)}` },
  ])("is read in one go: $name", ({ line }) => {
    expect(new MetricsText(line).valueOf("m", ORPHAN)).toBe("absent");
  });
});
