import { expect } from "vitest";
import { documentNames, readDocument } from "../support/documents.js";
import { fencesOf } from "../support/markdown.js";
import { reshown } from "./reshown.js";
import { isRewriting, noteRewrite } from "./rewriting.js";

const TIMESTAMP_NAME = /\b[0-9]{8}T[0-9]{6}Z\b/g;
const TIME = "<TIME>";
/** When every document was written, as far as its reader is concerned. */
const SHOWN_TIME = "20260101T000000Z";

/** Output with the name of each evidence directory as one and the same. */
function withoutTimes(text: string): string {
  return text.replace(TIMESTAMP_NAME, TIME);
}

/**
 * Holds real output against what documents show of it: line for line, a line of `...` standing for any lines that
 * were left out. `npm run golden` puts it in place of a `text` block that shows it otherwise.
 */
export function expectShown(shown: string, output: string): void {
  const real = withoutTimes(output);
  const pattern = patternOf(shown);
  if (!isRewriting()) expect(real).toMatch(pattern);
  else if (!pattern.test(real))
    noteBlock(shown, reshown(withoutTimes(shown), real).replaceAll(TIME, SHOWN_TIME));
}

function patternOf(shown: string): RegExp {
  const lines = withoutTimes(shown).trimEnd().split("\n");
  return new RegExp(`^${lines.map((line) => (line === "..." ? "(?:.*\\n)*?" : literally(line))).join("")}$`);
}

function literally(line: string): string {
  return `${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\n`;
}

function noteBlock(shown: string, by: string): void {
  for (const file of documentNames()) {
    for (const { language, text, indent } of fencesOf(readDocument(file))) {
      if (language !== "text" || text !== shown) continue;
      noteRewrite({ file, lines: indented(text, indent), by: indented(by, indent) });
    }
  }
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}
