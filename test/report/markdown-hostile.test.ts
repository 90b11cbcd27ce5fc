import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  COMMENT_BYTES,
  type MarkdownSource,
  renderComment,
  renderJobSummary,
} from "../../src/report/markdown.js";
import { wildText } from "../support/arbitraries.js";
import { HOSTILE_TEXTS } from "../support/hostile-text.js";
import { markdownSource } from "../support/markdown-source.js";
import { structureOf } from "../support/rendered-markdown.js";
import { reportSaying } from "../support/report-saying.js";

const MARKUP = [
  { name: "a mention", text: "@octocat" },
  { name: "an issue", text: "#123" },
  { name: "a link", text: "[a](https://example.com)" },
  { name: "an image", text: "![a](https://example.com/a.png)" },
  { name: "an address", text: "https://example.com" },
  { name: "an address without a scheme", text: "www.example.com" },
  { name: "a script", text: "<script>alert(1)</script>" },
  { name: "the end of the fold", text: "</details>" },
  { name: "the end of a comment", text: "-->" },
  { name: "a bar", text: "a | b" },
  { name: "an escaped bar", text: "a \\| b" },
  { name: "a backtick", text: "a ` b" },
  { name: "backticks of three lengths", text: "` `` ```" },
  { name: "a fence", text: "```\n# heading\n```" },
  { name: "a fence of tildes", text: "~~~\n" },
  { name: "a heading", text: "\n# heading" },
  { name: "emphasis", text: "**a**" },
  { name: "a workflow command", text: "::set-output name=result::passed" },
  { name: "a backslash at the end", text: "a\\" },
];

function sourceOf(text: string): MarkdownSource {
  const [leg, ref] = [JSON.stringify({ [text]: text }), `EVIDENCE_REF evidence_dir=${text}`];
  return markdownSource({
    report: reportSaying(text, [text]),
    evidenceRef: ref,
    leg,
    summaryText: text,
    checksumsText: text,
  });
}

function structuresOf(text: string): string[] {
  const source = sourceOf(text);
  return [renderComment(source, COMMENT_BYTES), renderJobSummary(source)].map(structureOf);
}

// A dot, so that it is code as well; what is plain words is shown as such and cannot be markup.
const HARMLESS = structuresOf("harmless.");

describe("hostile text in a comment and in a job summary", () => {
  it.each([...HOSTILE_TEXTS, ...MARKUP])("stays in code and changes no markup: $name", ({ text }) => {
    expect(structuresOf(text)).toEqual(HARMLESS);
  });

  it("stays in code and changes no markup, whatever it is", () => {
    const unit = fc.oneof(wildText, fc.constantFrom(...MARKUP.map(({ text }) => text)));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(structuresOf(`.${text}`)).toEqual(HARMLESS);
      }),
    );
  });
});
