import type { DrillReport } from "../drill/results.js";
import { type Cause, causesOf, followingOf, placeOf } from "./causes.js";
import { codeSpan, isPlain, shortened } from "./markdown-text.js";

const MOST_LINES = 20;
const MOST_CHARACTERS = 160;

/** Why the run failed, as a Markdown list of its causes with expected and actual; empty where nothing did. */
export function failedChecks(report: DrillReport): string {
  const lines = causesOf(report).map(causeLine);
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`- and ${more} more`] : [])].join("\n");
}

function causeLine(cause: Cause): string {
  const { what, first, hints } = cause;
  const follow = followingOf(cause);
  const place = first === null ? "" : ` (${plainOrCode(placeOf(first))})`;
  const came =
    first === null ? "" : `: expected ${code(first.check.expected)}, got ${code(first.check.actual)}`;
  return [
    `- **${plainOrCode(what)}**${place}${came}`,
    ...hints.map(code),
    ...(follow === "" ? [] : [follow]),
  ].join(" · ");
}

function plainOrCode(text: string): string {
  return isPlain(text) ? text : code(text);
}

function code(text: string): string {
  return text === "" ? "nothing" : codeSpan(shortened(text, MOST_CHARACTERS));
}
