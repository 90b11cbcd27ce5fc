import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeBlock, codeCell, codeSpan, folded, isPlain, shortened } from "../../src/report/markdown-text.js";
import { printable } from "../../src/syncer/printable.js";
import { wildText } from "../support/arbitraries.js";
import { HOSTILE_TEXTS } from "../support/hostile-text.js";
import { skeletonOf } from "../support/markdown-skeleton.js";

/** Text with much of what ends a span, a block, a cell or a line. */
const markup = fc.string({
  unit: fc.oneof(fc.constantFrom("`", "``", "```", "|", "\\", " ", "\n", "\r", "<", "@", "#", "~"), wildText),
  minLength: 1,
  maxLength: 20,
});

/** What a reader sees of a code span: without its fences, and without one blank at both ends (GFM, 6.1). */
function contentOf(span: string): string {
  const fence = /^`+/.exec(span)?.[0] ?? "";
  const inside = span.slice(fence.length, -fence.length);
  return /^ .* $/.test(inside) && inside.trim() !== "" ? inside.slice(1, -1) : inside;
}

describe("codeSpan", () => {
  it.each([
    { name: "plain text", text: "a b", span: "`a b`" },
    { name: "nothing, which needs no span", text: "", span: "" },
    { name: "a backtick", text: "a`b", span: "``a`b``" },
    { name: "backticks at an end, set apart by a blank", text: "`a", span: "`` `a ``" },
    { name: "blanks at both ends, which would be cut", text: " a ", span: "`  a  `" },
    { name: "blanks alone, which are not cut", text: "  ", span: "`  `" },
    { name: "a bar, as it is", text: "a|b", span: "`a|b`" },
    { name: "a line break, by its number", text: "a\nb", span: "`a\\u{a}b`" },
  ])("shows $name", ({ text, span }) => {
    expect(codeSpan(text)).toBe(span);
  });

  it("is one span on one line, which shows the text", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const span = codeSpan(text);
        expect(skeletonOf(span)).toBe("[code]");
        expect(span).not.toMatch(/[\r\n]/);
        expect(contentOf(span)).toBe(printable(text));
      }),
    );
  });
});

describe("codeCell", () => {
  it("is one span in one cell, which shows the text", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const cell = codeCell(text);
        expect(skeletonOf(`| ${cell} |`)).toBe("[code]");
        expect(contentOf(cell.replaceAll("\\|", "|"))).toBe(printable(text));
      }),
    );
  });
});

describe("codeBlock", () => {
  it("is one block, line for line", () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 6 }), (texts) => {
        const text = texts.join("\n");
        const block = codeBlock(text);
        expect(skeletonOf(block)).toBe("[block]");
        expect(block.split("\n").slice(1, -1)).toEqual(text.trimEnd().split("\n").map(printable));
      }),
    );
  });
});

describe("isPlain", () => {
  it.each([
    "nothing: two healthy positions, one order",
    "the same position twice, an order of -0.5",
    "duplicate_key + negative_qty detected",
    "orphan_ord_x flagged, known_ord_1 not flagged",
    "all 27 account sync patterns present",
    "1, 1",
  ])("is true for what a drill says: %s", (text) => {
    expect(isPlain(text)).toBe(true);
  });

  it.each([
    ...HOSTILE_TEXTS,
    { name: "nothing at all", text: "" },
    { name: "a mention", text: "ask @octocat" },
    { name: "an issue", text: "see #1" },
    { name: "an issue by its other name", text: "see GH-1" },
    { name: "an address without a scheme", text: "www.example.com" },
    { name: "an address", text: "https://example.com" },
    { name: "a mail address", text: "a@example.com" },
    { name: "emphasis", text: "*a*" },
    { name: "emphasis by underscores", text: "_a_" },
    { name: "a link", text: "[a](b)" },
    { name: "an entity", text: "&amp;" },
    { name: "a bar", text: "a|b" },
    { name: "a commit", text: "1234567" },
    { name: "two blanks", text: "a  b" },
    { name: "a list", text: "- a" },
    { name: "strikethrough", text: "~a~" },
    { name: "an emoji's name", text: ":tada:" },
    { name: "a formula", text: "$a$" },
  ])("is false for $name", ({ text }) => {
    expect(isPlain(text)).toBe(false);
  });
});

describe("shortened", () => {
  it.each([
    { name: "leaves a short text", text: "abc", most: 3, short: "abc" },
    { name: "says that something was cut", text: "abcd", most: 3, short: "abc…" },
    { name: "cuts no pair of surrogates", text: "😀😀", most: 1, short: "😀…" },
    {
      name: "counts a character that is shown by its number as what is shown",
      text: "\n",
      most: 4,
      short: "\\u{a…",
    },
  ])("$name", ({ text, most, short }) => {
    expect(shortened(text, most)).toBe(short);
  });
});

describe("folded", () => {
  it("leaves the empty lines that Markdown inside HTML needs", () => {
    expect(folded("title", "content")).toBe("<details><summary>title</summary>\n\ncontent\n\n</details>");
  });
});
