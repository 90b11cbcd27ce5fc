import type { MatcherSyntax } from "../matchers/parse-matchers.js";

/** What goes along while a configuration is read. */
export interface Reading {
  readonly syntax: MatcherSyntax;
  /** Every bad path, with what is wrong there. */
  readonly problems: string[];
  /** Paths of keys that are not known and may change what an alert does. */
  readonly unknownKeys: string[];
}
