import { takePerlClass, takePosixClass, takeUnicodeClass } from "./named-sets.js";
import { codePointOf, parseEscapedCharacter } from "./parse-escape.js";
import type { PatternCursor } from "./pattern-cursor.js";
import { type CharSet, type CharSetItem, PatternProblem } from "./syntax.js";

/** A class in brackets; the opening one is taken already. A `]` that comes first is a character of the class. */
export function parseBrackets(cursor: PatternCursor, fold: boolean): CharSet {
  const negated = cursor.take("^");
  const items: CharSetItem[] = [];
  do items.push(parseItem(cursor, fold));
  while (!cursor.take("]"));
  return { items, negated, fold };
}

function parseItem(cursor: PatternCursor, fold: boolean): CharSetItem {
  const set = takePosixClass(cursor, fold) ?? takeUnicodeClass(cursor, fold) ?? takePerlClass(cursor, fold);
  if (set !== undefined) return { kind: "set", set };
  const from = parseCharacter(cursor);
  if (cursor.peek() !== "-" || cursor.peek(1) === "]" || cursor.peek(1) === "") {
    return { kind: "range", from, to: from };
  }
  cursor.take("-");
  const to = parseCharacter(cursor);
  if (to < from) throw new PatternProblem("a range in brackets ends before it begins");
  return { kind: "range", from, to };
}

function parseCharacter(cursor: PatternCursor): number {
  return cursor.take("\\") ? parseEscapedCharacter(cursor) : codePointOf(cursor.next());
}
