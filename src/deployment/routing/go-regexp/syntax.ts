/** One code point out of a set. With `fold`, letters of the other case belong to it too; `negated` comes last. */
export interface CharSet {
  readonly items: readonly CharSetItem[];
  readonly negated: boolean;
  readonly fold: boolean;
}

export type CharSetItem =
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "set"; readonly set: CharSet };

/** A place between two characters. */
export type Place =
  | "start of text"
  | "end of text"
  | "start of line"
  | "end of line"
  | "word boundary"
  | "no word boundary";

/** A pattern, read. */
export type PatternNode =
  | { readonly kind: "char"; readonly set: CharSet }
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "either"; readonly branches: readonly PatternNode[] }
  | { readonly kind: "group"; readonly index: number; readonly item: PatternNode }
  | {
      readonly kind: "repeat";
      readonly item: PatternNode;
      readonly least: number;
      /** Infinity where there is no limit. */
      readonly most: number;
      readonly greedy: boolean;
    };

/** What a pattern says, with the names of its groups by number (0 is the whole match). */
export interface Pattern {
  readonly root: PatternNode;
  readonly groupNames: readonly (string | undefined)[];
}

/** Flags that hold at a place of the pattern. */
export interface PatternFlags {
  /** `i` */
  readonly fold: boolean;
  /** `m` */
  readonly multiLine: boolean;
  /** `s` */
  readonly dotAll: boolean;
  /** `U` */
  readonly ungreedy: boolean;
}

/** A pattern that is not of Go's syntax, or of a part of it that is not known here. */
export class PatternProblem extends Error {}

export const LAST_CODE_POINT = 0x10ffff;

/** The set of one range, or of one character. */
export function rangeSet(from: number, to: number, fold = false): CharSet {
  return { items: [{ kind: "range", from, to }], negated: false, fold };
}

export const NO_CHARACTERS: PatternNode = { kind: "sequence", items: [] };
