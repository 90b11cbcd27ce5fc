import type { GoRegexp } from "../go-regexp/go-regexp.js";

export type MatchOperator = "=" | "!=" | "=~" | "!~";

/** One condition on one label. `pattern` is there for `=~` and `!~`: the value, anchored at both ends. */
export interface Matcher {
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
  readonly pattern?: GoRegexp;
}
