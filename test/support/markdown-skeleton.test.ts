import { describe, expect, it } from "vitest";
import { skeletonOf } from "./markdown-skeleton.js";

describe("skeletonOf", () => {
  it.each([
    { name: "a code span is one word", text: "a `b` c", skeleton: "a [code] c" },
    { name: "a longer fence holds shorter runs", text: "`` a`b `` c", skeleton: "[code] c" },
    { name: "a span that nothing closes stays", text: "a ``b` c", skeleton: "a ``b` c" },
    { name: "two spans are two words", text: "`a`, `b`", skeleton: "[code], [code]" },
    { name: "a block is one word", text: "a\n```text\n`b\n```\nc", skeleton: "a\n[block]\nc" },
    { name: "a longer fence holds shorter ones", text: "````\n```\n````", skeleton: "[block]" },
    { name: "a row is its cells", text: "| a | `b` |", skeleton: "a|[code]" },
    { name: "an escaped bar ends no cell", text: "| `a\\|b` |", skeleton: "[code]" },
    { name: "a bar in a span ends the cell", text: "| `a|b` |", skeleton: "`a|b`" },
  ])("$name", ({ text, skeleton }) => {
    expect(skeletonOf(text)).toBe(skeleton);
  });

  it("refuses a fence that is never closed", () => {
    expect(() => skeletonOf("```text\na\n``")).toThrow("never closed");
  });
});
