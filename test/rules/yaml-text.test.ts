import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type YamlValue, yamlText } from "../../src/rules/yaml-text.js";

const { yaml } = fc.letrec<{ yaml: YamlValue }>((tie) => ({
  yaml: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[ -~\n]*$/),
    fc.array(tie("yaml"), { minLength: 1 }),
    fc.dictionary(fc.string(), tie("yaml"), { minKeys: 1, noNullPrototype: true }),
  ),
}));

describe("the YAML that is written", () => {
  it.each([
    { name: "a plain word stays plain", value: { a: "warning" }, text: "a: warning\n" },
    { name: "a duration stays plain", value: { for: "3m" }, text: "for: 3m\n" },
    { name: "a word that YAML takes for a boolean is quoted", value: { a: "no" }, text: "a: 'no'\n" },
    { name: "a number is text and stays text", value: { a: "1" }, text: "a: '1'\n" },
    { name: "a colon is quoted", value: { a: "b: c" }, text: "a: 'b: c'\n" },
    { name: "lines become a block", value: { a: "b {\nc" }, text: "a: |-\n  b {\n  c\n" },
    {
      name: "a list of maps",
      value: { a: [{ b: "c", d: ["e"] }] },
      text: "a:\n  - b: c\n    d:\n      - e\n",
    },
    { name: "nothing", value: { a: {}, b: [] }, text: "a: {}\nb: []\n" },
  ])("$name", ({ value, text }) => {
    expect(yamlText(value)).toBe(text);
    expect(parse(text)).toEqual(value);
  });

  it("is read back as what was written, whatever it is", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), yaml, { minKeys: 1, noNullPrototype: true }), (value) => {
        expect(parse(yamlText(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});
