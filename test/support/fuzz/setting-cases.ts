import fc from "fast-check";
import { parse, parseAllDocuments } from "yaml";
import { SETTINGS } from "../../../src/rules/parse-settings.js";
import { wildText } from "../arbitraries.js";
import { HOSTILE_TEXTS } from "../hostile-text.js";
import { runHere } from "../run-cli.js";
import { fuzzKind } from "./fuzz-kind.js";
import { holdRun } from "./promised-outcome.js";

const NAMES = [
  ...SETTINGS.keys(),
  "label.team",
  "label.a b",
  "label.rule",
  "label.",
  "kubernetes-label.app",
  "kubernetes-label.a/b/c",
];
const ODD_NAMES = [
  "",
  "prefix ",
  "Prefix",
  "__proto__",
  "constructor",
  "label",
  "labels",
  "label.__proto__",
  "x".repeat(5000),
];
const VALUES = [
  ...[
    "",
    "0",
    "1",
    "0.5",
    "00",
    "-1",
    "1e3",
    "NaN",
    "Infinity",
    "5m",
    "90s",
    "2h",
    "1d",
    "0s",
    "999999d",
    "1h30m",
    "5 m",
    "5M",
  ],
  ...[
    "acme",
    "acme_sync",
    "acme-sync",
    "9a",
    "warning",
    "critical",
    "page",
    "default",
    "monitoring",
    "a".repeat(64),
    "a.b",
  ],
  ...[
    "https://example.com/runbooks",
    "http://x",
    "https://x/",
    "https://x/{{ $value }}",
    "ftp://x",
    "https://",
    "https://x#y",
  ],
  ...[
    "yes",
    "no",
    "null",
    "~",
    "on",
    "5",
    "- a",
    "a: b",
    "# a",
    "&a",
    "*a",
    "!a",
    "| a",
    "> a",
    "%a",
    "@a",
    "`a`",
    "{a}",
    "[a]",
  ],
  ...[
    "a\u001bb",
    "https://x\u001b[2J",
    "https://x\u0000y",
    "https://x\u202ey",
    "{{ $labels.x }}",
    "'",
    '"',
    "a\\b",
    "x".repeat(20_000),
  ],
];
const values = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 2, arbitrary: wildText },
  { weight: 2, arbitrary: wildText.map((text) => `https://example.com/${text}x`) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS.map(({ text }) => text)) },
);
const assignments = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(fc.constantFrom(...NAMES), values).map(([name, value]) => `${name}=${value}`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...ODD_NAMES), values).map(([name, value]) => `${name}=${value}`),
  },
  { weight: 1, arbitrary: values },
);

/** Settings of `rules`: refused in one line, or a pack that a YAML parser takes and that holds them. */
export const SETTINGS_OF_RULES = fuzzKind(
  "rules settings",
  60,
  fc.tuple(
    fc.array(assignments, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("prometheus", "kubernetes", "yaml"),
  ),
  async ([settings, format]) => {
    const args = settings.map((setting) => `--set=${setting}`);
    const run = await runHere(["rules", `--format=${format}`, ...args], { env: {} });
    holdRun(run, format === "yaml" ? [2] : [0, 2]);
    if (run.exitCode === 0) holdPack(run.stdout, settings);
  },
);

function holdPack(text: string, settings: readonly string[]): void {
  const [document, ...others] = parseAllDocuments(text);
  const problems = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  if (document === undefined || others.length + problems.length > 0)
    throw new Error(`no YAML: ${problems.join("; ")}`);
  const pack = JSON.stringify(parse(text));
  for (const setting of settings) {
    const [name = "", value = ""] = setting.split(/=(.*)/s);
    const isWritten = name.startsWith("label.") || name === "runbook-base-url" || name === "severity";
    if (isWritten && !pack.includes(JSON.stringify(value).slice(1, -1))) throw new Error(`lost: ${setting}`);
  }
}
