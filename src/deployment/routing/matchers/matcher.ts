import { printable } from "../../../syncer/printable.js";
import { compileGoRegexp, type GoRegexp } from "../go-regexp/go-regexp.js";
import { type LabelSet, labelOf } from "../labels.js";
import { allOf, type Match, opposite } from "../match.js";
import { quoteGo } from "./go-quoted.js";
import { isReserved } from "./utf8-tokens.js";

/** In the order in which Alertmanager sorts them. */
export const MATCH_OPERATORS = ["=", "!=", "=~", "!~"] as const;
export type MatchOperator = (typeof MATCH_OPERATORS)[number];

/** One condition on one label. A label that is missing has the empty value. */
export interface Matcher {
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
  /** There for `=~` and `!~`: the value, anchored at both ends. */
  readonly pattern?: GoRegexp;
}

export function makeMatcher(name: string, operator: MatchOperator, value: string): Matcher {
  const isPattern = operator === "=~" || operator === "!~";
  return { name, operator, value, ...(isPattern ? { pattern: compileGoRegexp(value) } : {}) };
}

/** Whether the alert fulfils the condition. */
export function fulfils(labels: LabelSet, { name, operator, value, pattern }: Matcher): Match {
  const found = labelOf(labels, name);
  if (pattern === undefined) return (found === value) === (operator === "=") ? "yes" : "no";
  const match = pattern.matches(found);
  return operator === "=~" ? match : opposite(match);
}

/** Whether it fulfils all of them. */
export function fulfilsAll(labels: LabelSet, matchers: readonly Matcher[]): Match {
  return allOf(matchers.map((matcher) => fulfils(labels, matcher)));
}

/** Why it cannot be told whether the alert fulfils them: one line for each pattern, with the place it stands at. */
export function doubts(labels: LabelSet, matchers: readonly Matcher[], at: string): string[] {
  return matchers
    .filter((matcher) => fulfils(labels, matcher) === "cannot tell")
    .map((matcher) => {
      const why = matcher.pattern?.problem ?? "what it says of this value depends on the server";
      return `${at}: cannot tell whether ${matcherText(matcher)} matches: ${why}`;
    });
}

/** As Alertmanager prints it: `component="account"`, with what cannot be read written out. */
export function matcherText({ name, operator, value }: Matcher): string {
  if ([...name].some(isReserved)) return printable(`${quoteGo(name)}${operator}${quoteGo(value)}`);
  const escaped = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
  return printable(`${name}${operator}"${escaped}"`);
}

/** As Alertmanager prints those of a route: `{a="b",c=~"d"}`. */
export function matchersText(matchers: readonly Matcher[]): string {
  return `{${matchers.map(matcherText).join(",")}}`;
}

/** In Alertmanager's order: by name, then by value, then by operator. */
export function sortedMatchers(matchers: readonly Matcher[]): Matcher[] {
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
  return matchers.toSorted(
    (a, b) =>
      compare(a.name, b.name) ||
      compare(a.value, b.value) ||
      MATCH_OPERATORS.indexOf(a.operator) - MATCH_OPERATORS.indexOf(b.operator),
  );
}
