import { describe, expect, it } from "vitest";
import { parseYaml } from "../../../../src/deployment/routing/configuration/parse-yaml.js";
import { messageOf } from "../../../../src/errors.js";

const SECRET = "s3cr3t";

function refusal(text: string): string {
  try {
    parseYaml(text, "the configuration");
  } catch (thrown) {
    return messageOf(thrown);
  }
  throw new Error("it was taken");
}

describe("a configuration's YAML", () => {
  it.each([
    [
      "text as text, whatever it looks like",
      "{a: yes, b: 0x10, c: 12:30, d: 1.0, e: 2026-01-01}",
      ["yes", "0x10", "12:30", "1.0", "2026-01-01"],
    ],
    ["nothing and null as null", "{a: , b: null, c: ~, d: Null}", [null, null, null, null]],
    ["what is quoted as text", `{a: "null", b: '', c: "~"}`, ["null", "", "~"]],
    ["a name that means something in JavaScript as any other", "{__proto__: x, constructor: y}", ["x", "y"]],
    ["what an alias stands for", "{a: &x [1], b: *x}", [["1"], ["1"]]],
    ["what is merged", "{a: &x {p: q}, b: {<<: *x, r: s}}", [{ p: "q" }, { p: "q", r: "s" }]],
  ])("reads %s", (_, text, values) => {
    expect(Object.values(Object(parseYaml(text, "it")))).toEqual(values);
  });

  it("reads an empty text as null", () => {
    expect([parseYaml("", "it"), parseYaml("# nothing\n", "it")]).toEqual([null, null]);
  });

  it.each([
    ["a key that stands twice", `a: 1\nb: {c: 1, c: ${SECRET}}`, "has a key twice in one place: line 2"],
    ["two documents", `a: ${SECRET}\n---\nb: 1`, "is more than one document"],
    ["no YAML", `a: 1\nb: [${SECRET}`, "is no YAML: line 2, BAD_INDENT"],
    ["an alias of nothing", `a: *${SECRET}`, "has aliases that stand for nothing, or for too much"],
    ["flows that nest deep", "[".repeat(100_000), "nests deeper than 200 levels"],
    ["lists that nest deep", "- ".repeat(5000), "nests deeper than 200 levels"],
    [
      "mappings that nest deep",
      Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      "nests deeper",
    ],
    ["too much text", "a".repeat(4_000_001), "is longer than 4000000 characters"],
    ["aliases of aliases", laughs(), "has aliases that stand for nothing, or for too much"],
  ])("refuses %s, and tells no word of it", (_, text, message) => {
    expect(refusal(text)).toContain(message);
    expect(refusal(text)).not.toContain(SECRET);
  });

  it("reads ten thousand keys of one mapping as fast as they are many", () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `k${index}: v`).join("\n");
    expect(Object.keys(Object(parseYaml(text, "it")))).toHaveLength(10_000);
  });
});

/** Each line stands for ten times what the line before it stands for. */
function laughs(): string {
  const lines = Array.from({ length: 12 }, (_, index) => {
    const inside =
      index === 0
        ? "x"
        : Array(10)
            .fill(`*a${index - 1}`)
            .join(", ");
    return `a${index}: &a${index} [${inside}]`;
  });
  return lines.join("\n");
}
