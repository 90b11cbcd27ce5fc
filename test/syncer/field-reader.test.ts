import { describe, expect, it } from "vitest";
import { decimal } from "../../src/syncer/decimal.js";
import { FieldReader, isRecord, nameOf } from "../../src/syncer/field-reader.js";

/** What `read` gives for `{"a": value}` read at `path`, and the problems it noted. */
function reading(value: unknown, read: (fields: FieldReader) => unknown, path = "row") {
  const problems: string[] = [];
  const result = read(new FieldReader({ a: value }, path, problems));
  return { result, problems };
}

describe("isRecord", () => {
  it.each([
    { value: {}, yes: true },
    { value: Object.create(null), yes: true },
    { value: [], yes: false },
    { value: null, yes: false },
    { value: undefined, yes: false },
    { value: "text", yes: false },
    { value: () => 1, yes: false },
  ])("$value: $yes", ({ value, yes }) => {
    expect(isRecord(value)).toBe(yes);
  });
});

describe("a good field is read without a problem", () => {
  it.each([
    { name: "text", value: " x ", read: (f: FieldReader) => f.text("a"), result: " x " },
    { name: "id", value: "007", read: (f: FieldReader) => f.id("a"), result: "007" },
    { name: "oneOf", value: "B", read: (f: FieldReader) => f.oneOf("a", ["A", "B"]), result: "B" },
    { name: "boolean", value: false, read: (f: FieldReader) => f.boolean("a"), result: false },
    { name: "timestamp", value: 0, read: (f: FieldReader) => f.timestamp("a"), result: 0 },
    { name: "timestamp -0", value: -0, read: (f: FieldReader) => f.timestamp("a"), result: 0 },
    { name: "integer", value: -7, read: (f: FieldReader) => f.integer("a"), result: -7 },
    { name: "integer -0", value: -0, read: (f: FieldReader) => f.integer("a"), result: 0 },
    { name: "decimal", value: "1e2", read: (f: FieldReader) => f.decimal("a"), result: decimal("100") },
    {
      name: "loose decimal, a number",
      value: 9e-5,
      read: (f: FieldReader) => f.looseDecimal("a"),
      result: decimal("0.00009"),
    },
    {
      name: "loose decimal, text",
      value: "0.10",
      read: (f: FieldReader) => f.looseDecimal("a"),
      result: decimal("0.10"),
    },
    { name: "nullable null", value: null, read: (f: FieldReader) => f.nullable("a", f.text), result: null },
    { name: "nullable value", value: "x", read: (f: FieldReader) => f.nullable("a", f.text), result: "x" },
    { name: "optional null", value: null, read: (f: FieldReader) => f.optional("a", f.text), result: null },
    { name: "optional missing", value: 1, read: (f: FieldReader) => f.optional("b", f.text), result: null },
    { name: "optional value", value: "x", read: (f: FieldReader) => f.optional("a", f.text), result: "x" },
    { name: "raw", value: 5, read: (f: FieldReader) => f.raw("a"), result: 5 },
  ])("$name", ({ value, read, result }) => {
    expect(reading(value, read)).toStrictEqual({ result, problems: [] });
  });
});

describe("a bad field is noted with its path, and a placeholder is given", () => {
  it.each([
    { name: "text", read: (f: FieldReader) => f.text("a"), placeholder: "" },
    { name: "id", read: (f: FieldReader) => f.id("a"), placeholder: "" },
    { name: "oneOf", read: (f: FieldReader) => f.oneOf("a", ["A", "B"]), placeholder: "A" },
    { name: "boolean", read: (f: FieldReader) => f.boolean("a"), placeholder: false },
    { name: "timestamp", read: (f: FieldReader) => f.timestamp("a"), placeholder: 0 },
    { name: "integer", read: (f: FieldReader) => f.integer("a"), placeholder: 0 },
    { name: "decimal", read: (f: FieldReader) => f.decimal("a"), placeholder: decimal("0") },
    { name: "loose decimal", read: (f: FieldReader) => f.looseDecimal("a"), placeholder: decimal("0") },
    { name: "rows", read: (f: FieldReader) => f.rows("a", (row) => row), placeholder: [] },
    { name: "nullable", read: (f: FieldReader) => f.nullable("a", f.text), placeholder: "" },
    { name: "optional", read: (f: FieldReader) => f.optional("a", f.text), placeholder: "" },
  ])("$name", ({ read, placeholder }) => {
    for (const bad of [Number.NaN, { nested: true }]) {
      const { result, problems } = reading(bad, read);
      expect(result).toStrictEqual(placeholder);
      expect(problems).toEqual([
        expect.stringMatching(/^row\.a: expected .*, got (the number NaN|an object)$/),
      ]);
    }
  });

  it("nullable refuses a missing field, which optional does not", () => {
    const { problems } = reading(1, (fields) => fields.nullable("b", fields.text));
    expect(problems).toEqual(["row.b: expected text that is not empty, got nothing"]);
  });

  it("at the top level the path is the field's name", () => {
    expect(reading(1, (fields) => fields.text("a"), "").problems[0]).toMatch(/^a: expected text/);
  });
});

describe("rows", () => {
  it("are read with their paths", () => {
    const read = (fields: FieldReader) => fields.rows("a", (row, path) => [row, path]);
    expect(reading(["x", null], read).result).toEqual([
      ["x", "row.a[0]"],
      [null, "row.a[1]"],
    ]);
    expect(reading(["x"], read, "").result).toEqual([["x", "a[0]"]]);
  });
});

describe("what is no object", () => {
  it("is noted once, whatever is read of it", () => {
    const problems: string[] = [];
    const fields = new FieldReader(null, "positions[0]", problems);
    expect([fields.text("a"), fields.timestamp("b"), fields.rows("c", (row) => row)]).toEqual(["", 0, []]);
    expect(problems).toEqual(["positions[0]: expected an object, got null"]);
  });

  it("at the top level is called that", () => {
    const problems: string[] = [];
    new FieldReader("text", "", problems);
    expect(problems).toEqual(['top level: expected an object, got the text "text"']);
  });
});

it("a field that is only inherited is missing", () => {
  const problems: string[] = [];
  const fields = new FieldReader(Object.create({ symbol: "BTC" }), "row", problems);
  expect([fields.raw("symbol"), fields.raw("toString"), fields.raw("__proto__")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  fields.text("constructor");
  expect(problems).toEqual(["row.constructor: expected text that is not empty, got nothing"]);
});

it("refuses fields that there are not, hostile names too", () => {
  const problems: string[] = [];
  new FieldReader(JSON.parse('{"a":1,"b":2,"__proto__":3,"c\\n":4}'), "row", problems).only(["a", "b"]);
  new FieldReader(JSON.parse('{"a":1}'), "", problems).only(["b"]);
  new FieldReader({ a: 1 }, "row", problems).only(["a"]);
  expect(problems).toEqual([
    "row.__proto__: no such field; there are a, b",
    "row.c\\u{a}: no such field; there are a, b",
    "a: no such field; there are b",
  ]);
});

describe("nameOf", () => {
  it.each([
    { value: undefined, name: "nothing" },
    { value: null, name: "null" },
    { value: [1], name: "an array" },
    { value: { a: 1 }, name: "an object" },
    { value: -1.5, name: "the number -1.5" },
    { value: Number.NaN, name: "the number NaN" },
    { value: true, name: "true" },
    { value: 'a"\n', name: String.raw`the text "a\"\u{a}"` },
    { value: "x".repeat(40), name: `the text "${"x".repeat(40)}"` },
    { value: "x".repeat(41), name: `the text "${"x".repeat(40)}"…` },
  ])("$name", ({ value, name }) => {
    expect(nameOf(value)).toBe(name);
  });
});
