import { unquoteGo } from "./go-quoted.js";

/** A word is a name or a value, quoted or not. */
export type MatcherToken =
  | { readonly kind: "sign"; readonly text: "{" | "}" | "," | "=" | "!=" | "=~" | "!~" }
  | { readonly kind: "word"; readonly text: string };

const SIGN = /(?:[{},]|=~|=|!=|!~)/y;
const QUOTED = /"(?:\\[\s\S]|[^"\\])*"/y;
const UNQUOTED = /[^\p{White_Space}{}!=~,\\"'`]+/uy;
const SPACE = /\p{White_Space}+/uy;

/** Whether a name with this character has to be quoted. */
export function isReserved(character: string): boolean {
  return /^[\p{White_Space}{}!=~,\\"'`]$/u.test(character);
}

/** The tokens of matchers in the syntax that Alertmanager 0.27 brought; undefined where it is none. */
export function matcherTokens(text: string): MatcherToken[] | undefined {
  const tokens: MatcherToken[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  while (at < text.length) {
    if (take(SPACE) !== undefined) continue;
    const token = signOf(take(SIGN)) ?? wordOf(take(UNQUOTED)) ?? wordOf(unquotedGo(take(QUOTED)));
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function signOf(text: string | undefined): MatcherToken | undefined {
  const sign = (["{", "}", ",", "=", "!=", "=~", "!~"] as const).find((candidate) => candidate === text);
  return sign === undefined ? undefined : { kind: "sign", text: sign };
}

function wordOf(text: string | undefined): MatcherToken | undefined {
  return text === undefined ? undefined : { kind: "word", text };
}

function unquotedGo(literal: string | undefined): string | undefined {
  return literal === undefined ? undefined : unquoteGo(literal);
}
