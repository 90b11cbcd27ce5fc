import type { DrillReport } from "../drill/results.js";
import { type Cause, causesOf, followingOf, MOST_CAUSES, placeOf } from "./causes.js";
import { codeSpan, plainOrCode, shortened } from "./markdown-text.js";

const MOST_CHARACTERS = 100;
const MOST_LISTED = 2;

/**
 * Why the run failed, in Markdown: one line for each cause, with the check that says it first and how many follow; empty
 * where nothing failed.
 */
export function causeList(report: DrillReport): string {
  const causes = causesOf(report);
  const more = causes.length - MOST_CAUSES;
  return [
    ...causes.slice(0, MOST_CAUSES).map(causeLine),
    ...(more > 0 ? [`and ${more} more: see summary.txt`] : []),
  ].join("\n\n");
}

function causeLine(cause: Cause): string {
  const follow = followingOf(cause);
  return [
    `**${words(cause.sentence)}**${placeIn(cause)}${said(cause)}`,
    ...(follow === "" ? [] : [follow]),
    ...(cause.cure === null ? [] : [cause.cure]),
  ].join(" · ");
}

function placeIn({ first, sentence, listed }: Cause): string {
  if (first === null) return "";
  const { label } = first.check;
  const isSaid = listed.length > 0 || label === sentence;
  return ` (${words(placeOf(first))}${isSaid ? "" : `: ${words(label)}`})`;
}

/** What it is about, or else what was expected and came. */
function said({ first, listed }: Cause): string {
  if (listed.length > 0) {
    const more = listed.length - MOST_LISTED;
    return `: ${listed.slice(0, MOST_LISTED).map(code).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
  }
  if (first === null) return "";
  return `: expected ${code(first.check.expected)}, came ${code(first.check.actual)}`;
}

function words(text: string): string {
  return plainOrCode(text, MOST_CHARACTERS);
}

function code(text: string): string {
  return text === "" ? "nothing" : codeSpan(shortened(text, MOST_CHARACTERS));
}
