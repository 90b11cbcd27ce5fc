import type { PatternCursor } from "./pattern-cursor.js";
import { type CharSet, type CharSetItem, PatternProblem } from "./syntax.js";

/** Pairs of first and last characters. */
const POSIX: Readonly<Record<string, string>> = {
  alnum: "09AZaz",
  alpha: "AZaz",
  ascii: "\0\x7f",
  blank: "\t\t  ",
  cntrl: "\0\x1f\x7f\x7f",
  digit: "09",
  graph: "!~",
  lower: "az",
  print: " ~",
  punct: "!/:@[`{~",
  space: "\t\r  ",
  upper: "AZ",
  word: "09AZaz__",
  xdigit: "09AFaf",
};

const PERL: Readonly<Record<string, string>> = { d: "09", s: "\t\n\f\r  ", w: "09AZaz__" };

/** `\d`, `\S` and the like; undefined, and nothing taken, where no such class comes next. */
export function takePerlClass(cursor: PatternCursor, fold: boolean): CharSet | undefined {
  if (cursor.peek() !== "\\") return undefined;
  const letter = cursor.peek(1);
  const pairs = PERL[letter.toLowerCase()];
  if (pairs === undefined) return undefined;
  cursor.take(`\\${letter}`);
  return { items: ranges(pairs), negated: letter !== letter.toLowerCase(), fold };
}

/** `[:alpha:]` or `[:^alpha:]` inside of brackets; undefined, and nothing taken, where none comes next. */
export function takePosixClass(cursor: PatternCursor, fold: boolean): CharSet | undefined {
  const from = cursor.position;
  if (!cursor.take("[:")) return undefined;
  const name = cursor.takeUntil(":]");
  if (name === undefined) {
    cursor.reset(from);
    return undefined;
  }
  const pairs = POSIX[name.replace(/^\^/, "")];
  if (pairs === undefined) throw new PatternProblem(`[:${name}:] is no class`);
  return { items: ranges(pairs), negated: name.startsWith("^"), fold };
}

/** `\pN`, `\p{Greek}`, `\P{^Lu}`; undefined, and nothing taken, where none comes next. */
export function takeUnicodeClass(cursor: PatternCursor, fold: boolean): CharSet | undefined {
  const isLower = cursor.take("\\p");
  if (!isLower && !cursor.take("\\P")) return undefined;
  const name = cursor.take("{") ? cursor.takeUntil("}") : cursor.next();
  if (name === undefined) throw new PatternProblem("\\p{ has no end");
  const negated = name.startsWith("^") === isLower;
  return { items: [{ kind: "property", name: name.replace(/^\^/, "") }], negated, fold };
}

function ranges(pairs: string): CharSetItem[] {
  return Array.from({ length: pairs.length / 2 }, (_, index) => ({
    kind: "range",
    from: pairs.charCodeAt(2 * index),
    to: pairs.charCodeAt(2 * index + 1),
  }));
}
