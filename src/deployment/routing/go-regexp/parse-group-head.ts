import type { PatternCursor } from "./pattern-cursor.js";
import { type PatternFlags, PatternProblem } from "./syntax.js";

/** How a group begins, or flags that hold until the group around them ends. */
export type GroupHead =
  | { readonly kind: "flags"; readonly flags: PatternFlags }
  | { readonly kind: "group"; readonly flags: PatternFlags; readonly index: number | undefined };

const FLAG_NAMES: Readonly<Record<string, keyof PatternFlags>> = {
  i: "fold",
  m: "multiLine",
  s: "dotAll",
  U: "ungreedy",
};

/** What stands between the `(`, which is taken already, and the content. A group that is numbered joins `names`. */
export function parseGroupHead(
  cursor: PatternCursor,
  flags: PatternFlags,
  names: (string | undefined)[],
): GroupHead {
  if (!cursor.take("?")) return numbered(undefined, flags, names);
  if (cursor.take("P<") || cursor.take("<")) {
    const name = cursor.takeUntil(">") ?? "";
    if (!/^[0-9A-Za-z_]+$/.test(name) || names.includes(name)) {
      throw new PatternProblem("a group has a name that it cannot have");
    }
    return numbered(name, flags, names);
  }
  return parseFlags(cursor, flags);
}

function numbered(name: string | undefined, flags: PatternFlags, names: (string | undefined)[]): GroupHead {
  return { kind: "group", flags, index: names.push(name) - 1 };
}

/** `i`, `s-m` and the like, then `)` for flags alone or `:` for a group. */
function parseFlags(cursor: PatternCursor, outer: PatternFlags): GroupHead {
  const letters = cursor.takeWhile((character) => /^[imsU-]$/.test(character));
  const [, on, off] = /^([imsU]*)(?:-([imsU]+))?$/.exec(letters) ?? [];
  if (on === undefined) throw new PatternProblem("a group begins with flags that are not known");
  const flags = { ...outer };
  for (const letter of on) Object.assign(flags, flag(letter, true));
  for (const letter of off ?? "") Object.assign(flags, flag(letter, false));
  if (cursor.take(":")) return { kind: "group", flags, index: undefined };
  if (cursor.take(")")) return { kind: "flags", flags };
  throw new PatternProblem("a group begins with flags that are not known");
}

function flag(letter: string, value: boolean): Partial<PatternFlags> {
  const name = FLAG_NAMES[letter];
  return name === undefined ? {} : { [name]: value };
}
