import { MATCH_OPERATORS, type Matcher, makeMatcher } from "./matcher.js";
import { type MatcherToken, matcherTokens } from "./utf8-tokens.js";

/**
 * Matchers in the syntax that Alertmanager 0.27 brought: names of any letters, names and values in quotes as Go has
 * them.
 *
 * @returns undefined where they are none.
 */
export function parseUtf8Matchers(text: string): Matcher[] | undefined {
  const tokens = matcherTokens(text);
  if (tokens === undefined) return undefined;
  const isOpened = isSign(tokens[0], "{");
  const isClosed = isSign(tokens.at(-1), "}");
  if (isOpened !== isClosed || (isOpened && tokens.length < 2)) return undefined;
  const inside = isOpened ? tokens.slice(1, -1) : tokens;
  const matchers: Matcher[] = [];
  for (let at = 0; at < inside.length; at += 4) {
    const matcher = matcherOf(inside.slice(at, at + 3));
    const comma = inside[at + 3];
    if (matcher === undefined || (comma !== undefined && !isSign(comma, ","))) return undefined;
    matchers.push(matcher);
  }
  return matchers;
}

function matcherOf([name, sign, value]: readonly MatcherToken[]): Matcher | undefined {
  const operator = MATCH_OPERATORS.find((candidate) => isSign(sign, candidate));
  if (name?.kind !== "word" || operator === undefined || value?.kind !== "word") return undefined;
  return makeMatcher(name.text, operator, value.text);
}

function isSign(token: MatcherToken | undefined, text: string): boolean {
  return token?.kind === "sign" && token.text === text;
}
