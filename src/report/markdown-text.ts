import { printable } from "../syncer/printable.js";

// No digit behind a hyphen: GH-1 and PROJ-1 are references.
const LETTERS = "[A-Za-z]+(?:_[A-Za-z0-9]+|-[A-Za-z]+)*";
const NUMBER = "-?[0-9]{1,6}(?:\\.[0-9]{1,6}){0,3}";
const WORD = `(?:${LETTERS}|${NUMBER}|\\+|\\((?:${LETTERS}|${NUMBER})\\))[,:;]?`;
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

/**
 * {@link codeSpan} for a cell of a table, which `|` would end even in there (GitHub Flavored Markdown, 4.10). One behind
 * a backslash is shown by its number: no escape of both is taken apart again in a code span.
 */
export function codeCell(text: string): string {
  return codeSpan(text).replace(/(\\?)\|/g, (_, slash) => (slash === "" ? "\\|" : "\\\\u{7c}"));
}

/** True for words and numbers in which nothing can be markup, a link, a mention or a reference. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Text cut to so many characters: as it is where it can be no markup, as a code span otherwise. */
export function plainOrCode(text: string, most: number): string {
  const short = shortened(text, most);
  return isPlain(short) ? short : codeSpan(short);
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
