import { printable } from "../syncer/printable.js";

const WORD = "(?:[A-Za-z]+(?:_[A-Za-z0-9]+)*|-?[0-9]{1,6}(?:\\.[0-9]{1,6})?|\\+)[,:;]?";
const PLAIN = new RegExp(`^${WORD}(?: ${WORD})*$`);

/**
 * Text from outside as a Markdown code span: nothing in it is markup, a mention, an issue reference or HTML
 * (GitHub Flavored Markdown, 6.1). The fence is longer than any run of backticks inside.
 */
export function codeSpan(text: string): string {
  const safe = printable(text);
  if (safe === "") return "";
  const fence = "`".repeat(longestRun(safe) + 1);
  const padding = /^`|`$|^ .*[^ ].* $/.test(safe) ? " " : "";
  return `${fence}${padding}${safe}${padding}${fence}`;
}

/** {@link codeSpan} for a cell of a table, which `|` would end even in there (GitHub Flavored Markdown, 4.10). */
export function codeCell(text: string): string {
  return codeSpan(text).replace(/\|/g, "\\|");
}

/** True for words and numbers in which nothing can be markup, a link, a mention or a reference. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Whole lines of text as a fenced block; the fence is longer than any run of backticks inside. */
export function codeBlock(text: string): string {
  const lines = text.trimEnd().split("\n").map(printable).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}text\n${lines}\n${fence}`;
}

/** A folded block with a title of our own. */
export function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** {@link printable}, and at most this many characters, with an ellipsis where something was cut. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(printable(text));
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most).join("")}…`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
