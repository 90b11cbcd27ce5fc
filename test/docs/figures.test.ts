import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { helps } from "../../src/cli/help.js";
import { countedFigures, withFigures } from "../golden/figures.js";
import { isRewriting, noteRewrite } from "../golden/rewriting.js";
import { CHECKOUT, documentNames } from "../support/documents.js";

/** What was true when it was written stays as it was. */
const HISTORY = /^(?:CHANGELOG\.md|docs\/decisions\/)/;
const FILES = ["action.yml", ...documentNames().filter((name) => !HISTORY.test(name))].map((file) => ({
  file,
  text: readFileSync(`${CHECKOUT}${file}`, "utf8"),
}));
const FIGURES = await countedFigures();

/** Notes each line that says another figure. */
function noteLines(file: string, text: string, right: string): void {
  const rightLines = right.split("\n");
  for (const [index, line] of text.split("\n").entries()) {
    const by = rightLines[index] ?? "";
    if (line !== by) noteRewrite({ file, lines: `${line}\n`, by: `${by}\n` });
  }
}

describe("a figure that documents say", () => {
  it.each(FILES)("is what was counted: $file", ({ file, text }) => {
    const right = withFigures(text, FIGURES);
    if (isRewriting()) noteLines(file, text, right);
    else expect(text).toBe(right);
  });

  it.each(Object.entries(helps()))("is what was counted: help of %s", (_, help) => {
    expect(help).toBe(withFigures(help, FIGURES));
  });

  it.each(FIGURES)("is said somewhere, or its words here are stale: $name", ({ at }) => {
    const said = [...FILES.map(({ text }) => text), ...Object.values(helps())].join("\n");
    expect(said).toMatch(new RegExp(at.source));
  });
});
