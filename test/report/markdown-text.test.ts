import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeBlock, codeCell, codeSpan, folded, isPlain, shortened } from "../../src/report/markdown-text.js";
import { printable } from "../../src/syncer/printable.js";
import { wildText } from "../support/arbitraries.js";
import { HOSTILE_TEXTS } from "../support/hostile-text.js";
import { codesShown, htmlOf, structureOf } from "../support/rendered-markdown.js";

/** Text with much of what ends a span, a block, a cell or a line. */
const markup = fc.string({
  unit: fc.oneof(fc.constantFrom("`", "``", "```", "|", "\\", " ", "\n", "\r", "<", "@", "#", "~"), wildText),
  minLength: 1,
  maxLength: 20,
});

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
        expect(structureOf(span)).toBe("<p><code></code></p>");
        expect(span).not.toMatch(/[\r\n]/);
        expect(codesShown(span)).toEqual([printable(text)]);
      }),
    );
  });
});

describe("codeCell", () => {
  it("is one span in one cell, which shows the text", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const table = `| a |\n|---|\n| ${codeCell(text)} |`;
        expect(structureOf(table)).toContain("<tbody>\n<tr>\n<td><code></code></td>\n</tr>\n</tbody>");
        expect(codesShown(table)).toEqual([printable(text).replaceAll("\\|", "\\\\u{7c}")]);
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
        const lines = text.trimEnd().split("\n").map(printable);
        expect(structureOf(block)).toBe('<pre><code class="language-text"></code></pre>');
        expect(codesShown(block)).toEqual([`${lines.join("\n")}\n`]);
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
    "my-syncer 2.1.0 (Python)",
    "node 20, os ubuntu-latest",
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
    { name: "a reference to another tracker", text: "PROJ-1" },
    { name: "what a link could end with", text: "](a)" },
    { name: "a rule across the page", text: "---" },
  ])("is false for $name", ({ text }) => {
    expect(isPlain(text)).toBe(false);
  });

  it("is true for nothing that a renderer shows as anything else", () => {
    const unit = fc.constantFrom(..."aB_-1.,:;+()*[]<&`~|\\/!# ", "www.", "://", "a_b", "1.1");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 8 }), (text) => {
        if (isPlain(text)) expect(htmlOf(`### a ${text}`)).toBe(`<h3>a ${text}</h3>`);
      }),
      { numRuns: 2000 },
    );
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
