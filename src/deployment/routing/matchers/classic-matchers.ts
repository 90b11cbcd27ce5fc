import { MATCH_OPERATORS, type Matcher, makeMatcher } from "./matcher.js";

const BLANK = /^[\t\n\f\r ]$/;
const HEAD = /^[\t\n\f\r ]*([a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(=~|=|!=|!~)/;
/** In quotes, or without; there a backslash may come last. */
const VALUE = /^(?:"((?:[^"\\]|\\[\s\S])*)"|((?:[^"\\]|\\[\s\S])*\\?))$/;

/**
 * Matchers as Alertmanager reads them up to 0.26, and still where its newer syntax does not fit: `{foo = "bar", a!=b}`.
 *
 * @returns undefined where they are none.
 */
export function parseClassicMatchers(text: string): Matcher[] | undefined {
  const pieces = splitAtCommas(text.replace(/^\{/, "").replace(/\}$/, ""));
  const matchers: Matcher[] = [];
  for (const piece of pieces) {
    const matcher = parseOne(piece);
    if (matcher === undefined) return undefined;
    matchers.push(matcher);
  }
  return matchers;
}

/** At commas that are not in quotes; what comes last counts only where it is more than blanks. */
function splitAtCommas(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let inQuotes = false;
  let escaped = false;
  for (const character of text) {
    if (character === "," && !inQuotes) {
      pieces.push(piece);
      piece = "";
      continue;
    }
    if (character === '"' && !escaped) inQuotes = !inQuotes;
    // Alertmanager looks past a comma in quotes without ending an escape.
    if (character !== ",") escaped = character === "\\" && !escaped;
    piece += character;
  }
  const last = trimSpaces(piece);
  return last === "" ? pieces : [...pieces, last];
}

function parseOne(text: string): Matcher | undefined {
  const [head, name, sign] = HEAD.exec(text) ?? [];
  const operator = MATCH_OPERATORS.find((candidate) => candidate === sign);
  if (head === undefined || name === undefined || operator === undefined) return undefined;
  const value = unescaped(trim(text.slice(head.length), (character) => BLANK.test(character)));
  return value === undefined ? undefined : makeMatcher(name, operator, value);
}

/** The value without its quotes, which it may lack on both sides but not on one; a quote inside has to be escaped. */
function unescaped(raw: string): string | undefined {
  const [, quoted, bare] = VALUE.exec(raw) ?? [];
  return (quoted ?? bare)?.replace(/\\(["\\n])/g, (_, character) => (character === "n" ? "\n" : character));
}

function trimSpaces(text: string): string {
  return trim(text, isSpace);
}

function trim(text: string, isBlank: (character: string) => boolean): string {
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text.charAt(from))) from++;
  while (to > from && isBlank(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/** Go's unicode.IsSpace. */
export function isSpace(character: string): boolean {
  return /^[\p{White_Space}]$/u.test(character);
}
