import { type Matcher, makeMatcher, sortedMatchers } from "../matchers/matcher.js";
import { parseMatchers } from "../matchers/parse-matchers.js";
import type { Reading } from "./reading.js";
import type { YamlFields } from "./yaml-fields.js";

/** The three fields that matchers of one place stand in, old and new. */
export interface MatcherFields {
  /** Names and values that have to be equal. */
  readonly equal: string;
  /** Names and patterns. */
  readonly pattern: string;
  /** Texts such as `component="account"`. */
  readonly matchers: string;
}

/** All matchers of one place, in Alertmanager's order; they have to be fulfilled together. */
export function readMatchers(fields: YamlFields, names: MatcherFields, reading: Reading): Matcher[] {
  const equal = fields.textByName(names.equal).map(([name, value]) => makeMatcher(name, "=", value));
  const pattern = fields.textByName(names.pattern).map(([name, value]) => makeMatcher(name, "=~", value));
  const matchers = (fields.texts(names.matchers) ?? []).flatMap((text, index) => {
    const parsed = parseMatchers(text, reading.syntax);
    if (parsed === undefined) fields.note(`${fields.at(names.matchers)}[${index}]`, "expected matchers");
    return parsed ?? [];
  });
  return sortedMatchers([...equal, ...pattern, ...matchers]);
}
