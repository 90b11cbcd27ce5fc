import { describe, expect, it } from "vitest";
import { codesShown, structureOf, textShown } from "./rendered-markdown.js";

describe("structureOf", () => {
  it.each([
    { name: "a span", markdown: "a `<b>` c", structure: "<p>a <code></code> c</p>" },
    {
      name: "a block",
      markdown: "```text\n<b>\n```",
      structure: '<pre><code class="language-text"></code></pre>',
    },
    { name: "what stands outside of code", markdown: "a @b", structure: "<p>a @b</p>" },
    {
      name: "a bare address, which becomes a link",
      markdown: "www.example.com",
      structure: '<p><a href="http://www.example.com">www.example.com</a></p>',
    },
    {
      name: "a fence that nothing closes, which takes all that follows",
      markdown: "```\na\n\n# b",
      structure: "<pre><code></code></pre>",
    },
  ])("leaves of $name what is no code", ({ markdown, structure }) => {
    expect(structureOf(markdown).trim()).toBe(structure);
  });

  it("has a bar in a span end the cell, and an escaped one not", () => {
    const table = (cell: string) => `| a | b |\n|---|---|\n| ${cell} | c |`;
    expect(codesShown(table("`a|b`"))).toEqual([]);
    expect(codesShown(table("`a\\|b`"))).toEqual(["a|b"]);
  });
});

describe("codesShown and textShown", () => {
  it("give what a reader sees", () => {
    const markdown = '**a** `<&">` [b](c)';
    expect(codesShown(markdown)).toEqual(['<&">']);
    expect(textShown(markdown)).toBe('a <&"> b');
  });
});
