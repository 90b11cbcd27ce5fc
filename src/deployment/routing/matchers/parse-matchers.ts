import { parseClassicMatchers } from "./classic-matchers.js";
import type { Matcher } from "./matcher.js";
import { parseUtf8Matchers } from "./utf8-matchers.js";

const LONGEST = 100_000;

/** Which syntax of matchers a version of Alertmanager takes: up to 0.26 the classic one, then the newer one first. */
export type MatcherSyntax = "classic" | "utf8 with fallback";

/** The syntax of a version such as `0.25.0`; the newer one where the version does not say. */
export function matcherSyntaxOf(version: string): MatcherSyntax {
  const [, major, minor] = /^v?([0-9]+)\.([0-9]+)/.exec(version) ?? [];
  return Number(major) === 0 && Number(minor) < 27 ? "classic" : "utf8 with fallback";
}

/**
 * One text of `matchers`, which may hold several. Where both syntaxes fit and say different things, the classic one
 * counts, as in Alertmanager.
 *
 * @returns undefined where it is none.
 */
export function parseMatchers(text: string, syntax: MatcherSyntax): Matcher[] | undefined {
  if (text.length > LONGEST) return undefined;
  const classic = parseClassicMatchers(text);
  if (syntax === "classic" || (classic !== undefined && !classic.some(isBroken))) return classic;
  return parseUtf8Matchers(text) ?? classic;
}

/** Alertmanager takes matchers whose pattern it cannot read for none. */
function isBroken({ pattern }: Matcher): boolean {
  return pattern?.problem !== undefined;
}
