import { takePerlClass, takeUnicodeClass } from "./named-sets.js";
import { parseBrackets } from "./parse-brackets.js";
import { codePointOf, parseEscapedCharacter } from "./parse-escape.js";
import { parseGroupHead } from "./parse-group-head.js";
import { takeRepetition } from "./parse-repetition.js";
import { PatternCursor } from "./pattern-cursor.js";
import {
  type CharSet,
  LAST_CODE_POINT,
  NO_CHARACTERS,
  type Pattern,
  type PatternFlags,
  type PatternNode,
  PatternProblem,
  type Place,
  rangeSet,
} from "./syntax.js";

/** Go refuses patterns that nest deeper. */
const DEEPEST = 1000;
const NOTHING_TO_REPEAT = "a repetition has nothing to repeat";
const NO_FLAGS: PatternFlags = { fold: false, multiLine: false, dotAll: false, ungreedy: false };
const NEWLINE = codePointOf("\n");
const ANY = rangeSet(0, LAST_CODE_POINT);
const ANY_BUT_NEWLINE: CharSet = { ...rangeSet(NEWLINE, NEWLINE), negated: true };
const PLACES: Readonly<Record<string, Place>> = {
  A: "start of text",
  z: "end of text",
  b: "word boundary",
  B: "no word boundary",
};

/**
 * Reads a pattern in the syntax of Go's package regexp (RE2 with Perl's extensions).
 *
 * @throws PatternProblem where it is not one, or has a part that is not known here.
 */
export function parsePattern(source: string): Pattern {
  return new PatternParser(source).parse();
}

class PatternParser {
  readonly #cursor: PatternCursor;
  readonly #groupNames: (string | undefined)[] = [undefined];

  constructor(source: string) {
    this.#cursor = new PatternCursor(source);
  }

  parse(): Pattern {
    const root = this.#either(NO_FLAGS, 0);
    if (!this.#cursor.atEnd) throw new PatternProblem("it has a ) too many");
    return { root, groupNames: this.#groupNames };
  }

  /** Branches up to the end of the group. Flags that are set in one branch hold in those that follow. */
  #either(outer: PatternFlags, depth: number): PatternNode {
    if (depth > DEEPEST) throw new PatternProblem("it nests too deep");
    let flags = outer;
    const branches: PatternNode[][] = [[]];
    while (!this.#cursor.atEnd && this.#cursor.peek() !== ")") {
      if (this.#cursor.take("|")) {
        branches.push([]);
        continue;
      }
      const head = this.#cursor.take("(") ? parseGroupHead(this.#cursor, flags, this.#groupNames) : undefined;
      if (head?.kind === "flags") flags = head.flags;
      else branches.at(-1)?.push(...this.#repeated(head, flags, depth));
    }
    const [first, ...others] = branches.map(sequence);
    return first === undefined || others.length > 0
      ? { kind: "either", branches: branches.map(sequence) }
      : first;
  }

  /** One item with its repetition. Quoted text is many items, of which only the last can be repeated. */
  #repeated(
    head: Exclude<ReturnType<typeof parseGroupHead>, { kind: "flags" }> | undefined,
    flags: PatternFlags,
    depth: number,
  ): PatternNode[] {
    const items = head === undefined ? this.#items(flags) : [this.#group(head, depth)];
    const repetition = takeRepetition(this.#cursor, flags.ungreedy);
    if (repetition === undefined) return items;
    const item = items.pop();
    if (item === undefined) throw new PatternProblem(NOTHING_TO_REPEAT);
    return [...items, { kind: "repeat", item, ...repetition }];
  }

  #group(head: Exclude<ReturnType<typeof parseGroupHead>, { kind: "flags" }>, depth: number): PatternNode {
    const item = this.#either(head.flags, depth + 1);
    if (!this.#cursor.take(")")) throw new PatternProblem("a ) is missing");
    return head.index === undefined ? item : { kind: "group", index: head.index, item };
  }

  #items(flags: PatternFlags): PatternNode[] {
    const cursor = this.#cursor;
    if (takeRepetition(cursor, false) !== undefined) throw new PatternProblem(NOTHING_TO_REPEAT);
    if (cursor.take("\\Q")) {
      const text = cursor.takeUntil("\\E") ?? cursor.rest();
      return [...text].map((character) => literal(codePointOf(character), flags));
    }
    const set = takeUnicodeClass(cursor, flags.fold) ?? takePerlClass(cursor, flags.fold);
    if (set !== undefined) return [{ kind: "char", set }];
    return [this.#single(cursor.next(), flags)];
  }

  #single(character: string, flags: PatternFlags): PatternNode {
    switch (character) {
      case "^":
        return { kind: "place", place: flags.multiLine ? "start of line" : "start of text" };
      case "$":
        return { kind: "place", place: flags.multiLine ? "end of line" : "end of text" };
      case ".":
        return { kind: "char", set: flags.dotAll ? ANY : ANY_BUT_NEWLINE };
      case "[":
        return { kind: "char", set: parseBrackets(this.#cursor, flags.fold) };
      case "\\":
        return this.#escape(flags);
      default:
        return literal(codePointOf(character), flags);
    }
  }

  #escape(flags: PatternFlags): PatternNode {
    const place = PLACES[this.#cursor.peek()];
    if (place === undefined) return literal(parseEscapedCharacter(this.#cursor), flags);
    this.#cursor.next();
    return { kind: "place", place };
  }
}

function literal(codePoint: number, flags: PatternFlags): PatternNode {
  return { kind: "char", set: rangeSet(codePoint, codePoint, flags.fold) };
}

function sequence(items: readonly PatternNode[]): PatternNode {
  const [first, second] = items;
  if (first === undefined) return NO_CHARACTERS;
  return second === undefined ? first : { kind: "sequence", items };
}
