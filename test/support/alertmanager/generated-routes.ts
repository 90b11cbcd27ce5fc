import type { Chance } from "./chance.js";

/** A route of a configuration, as it is written. */
export type WrittenRoute = Record<string, unknown>;

export const LABEL_NAMES = ["alertname", "component", "severity", "team", "instance", "rule"];
export const LABEL_VALUES = [
  "account",
  "Account",
  "acount",
  "critical",
  "warning",
  "a b",
  'say "hi"',
  "back\\slash",
  "two\nlines",
  "x-1",
  "x_22",
  "dev.example:9100",
  "",
  "é",
  "É",
  "λ",
  "a,b",
  "{x}",
  "K",
  "漢",
];

/** Patterns of Go's syntax; JavaScript reads some of them differently or not at all. */
const PATTERNS = [
  "account|acount",
  "a.*",
  "(?i)ACCOUNT",
  "(?i:k|É)",
  "[a-z]+",
  "[[:alpha:]]+",
  "[^[:digit:]]*",
  "[[:^space:]]+",
  "\\pL+",
  "\\p{Lu}.*",
  "\\P{N}+",
  "(?P<word>\\w+)-\\d",
  "x[_-][0-9]{1,2}",
  "\\Qa,b\\E|\\{x\\}",
  ".*\\z",
  "\\Aac.*",
  "(?s).*lines",
  ".*lines",
  "[\\w ]*",
  "[]a]+",
  "(?U)a.*t",
  "",
  "|warning",
  ".+",
  "(warn|crit)(ing|ical)",
  "\\x41ccount",
  ".*\\\\.*",
  "dev\\.[a-z]+:[0-9]+",
  "(a+)+$",
  "\\bback\\b.*",
];

/** A tree of routes below a root of its own: what amtool takes and Alertmanager loads. */
export function generatedRoute(chance: Chance, receivers: readonly string[], isUtf8: boolean): WrittenRoute {
  return {
    receiver: chance.of(receivers),
    ...timings(chance),
    routes: chance.list(1, 5, () => childRoute(chance, receivers, isUtf8, 1)),
  };
}

/** The labels of an alert. */
export function generatedLabels(chance: Chance): Record<string, string> {
  const names = LABEL_NAMES.filter(() => chance.often(0.75));
  return Object.fromEntries([["alertname", "A"], ...names.map((name) => [name, chance.of(LABEL_VALUES)])]);
}

/** One to three matchers in the newer way of writing them. */
export function generatedMatchers(chance: Chance, isUtf8: boolean): string[] {
  return chance.list(1, 2, () => writtenMatchers(chance, isUtf8));
}

function childRoute(
  chance: Chance,
  receivers: readonly string[],
  isUtf8: boolean,
  depth: number,
): WrittenRoute {
  const pairs = (values: readonly string[]) =>
    Object.fromEntries(chance.list(1, 2, () => [chance.of(LABEL_NAMES), chance.of(values)]));
  return {
    ...(chance.often(0.7) ? { receiver: chance.of(receivers) } : {}),
    ...(chance.often(0.3) ? { match: pairs(LABEL_VALUES) } : {}),
    ...(chance.often(0.3) ? { match_re: pairs(PATTERNS) } : {}),
    ...(chance.often(0.6) ? { matchers: generatedMatchers(chance, isUtf8) } : {}),
    ...(chance.often(0.4) ? { continue: chance.often(0.8) } : {}),
    ...timings(chance),
    ...(depth < 3 && chance.often(0.5)
      ? { routes: chance.list(1, 3, () => childRoute(chance, receivers, isUtf8, depth + 1)) }
      : {}),
  };
}

function timings(chance: Chance): WrittenRoute {
  return {
    ...(chance.often(0.2) ? { group_by: chance.of([["..."], ["alertname"], ["team", "rule"], []]) } : {}),
    ...(chance.often(0.2) ? { group_wait: chance.of(["0s", "10s", "1m30s"]) } : {}),
    ...(chance.often(0.2) ? { repeat_interval: chance.of(["4h", "30d", "1w2d"]) } : {}),
  };
}

/** One text of `matchers`, in one of the ways that the version takes, braces and blanks included. */
function writtenMatchers(chance: Chance, isUtf8: boolean): string {
  const inside = chance.list(1, 2, () => writtenMatcher(chance, isUtf8)).join(chance.of([",", ", "]));
  return chance.often(0.3) ? `{${inside}${chance.of(["", ","])}}` : inside;
}

function writtenMatcher(chance: Chance, isUtf8: boolean): string {
  const operator = chance.of(["=", "!=", "=~", "!~", " = ", " =~ "]);
  const value = operator.includes("~") ? chance.of(PATTERNS) : chance.of(LABEL_VALUES);
  const name = chance.of(LABEL_NAMES);
  const isPlain = /^[\w.:-]+$/.test(value);
  const isQuotedName = isUtf8 && chance.often(0.1);
  const escaped = value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
  const written = isPlain && chance.often(0.4) ? value : `"${escaped}"`;
  return `${isQuotedName ? JSON.stringify(name) : name}${operator}${written}`;
}
