import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectShown } from "../golden/shown-output.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { CHECKOUT, documentNames, readDocument } from "../support/documents.js";
import { type Fence, fencesOf } from "../support/markdown.js";
import { startServing } from "../support/serving.js";

/**
 * Commands that install, test or build the whole checkout. `.ci/run` runs them there, by these words; the
 * bench is run by hand, and the words are its script's.
 */
const RUN_ELSEWHERE: Readonly<Record<string, { file: string; words: string }>> = {
  "npm cit": { file: ".ci/run", words: " npm cit " },
  "npm ci": { file: ".ci/run", words: " npm cit " },
  "npm test": { file: ".ci/run", words: " npm cit " },
  "npm run check": { file: "package.json", words: '"check": "npm run --silent types && ' },
  "npm run lint": { file: ".ci/run", words: "npm run --silent lint" },
  "npm run types": { file: ".ci/run", words: "npm run --silent types" },
  "npm run build": { file: ".ci/run", words: "npm run --silent build" },
  "npm run timing": { file: "package.json", words: '"timing": "REWRITE_TIMING=1 ' },
  "npm run rehearse": { file: "package.json", words: '"rehearse": "node test/rehearse/run.js"' },
  "npm run mutation": { file: "package.json", words: '"mutation": "node node_modules/@stryker-mutator' },
  "npm run rules": { file: "package.json", words: '"rules": "node .ci/rules.js"' },
  "npm run trust": { file: ".github/workflows/nightly.yml", words: "npm run --silent trust" },
  "npm run bench": { file: "package.json", words: '"bench": "node test/bench/run.js"' },
  ...elsewhere("test/docs/drill-your-own.test.ts", [
    "account-sync-drill init python my-drill",
    "account-sync-drill init typescript my-drill",
    "account-sync-drill init go my-drill",
    "(cd my-drill && go build -o my-adapter .)",
    'account-sync-drill drill --syncer "python3 my-drill/my_adapter.py"',
    'account-sync-drill drill --syncer "python3 my-drill/my_prometheus_adapter.py"',
    "account-sync-drill drill --syncer ./my-drill/my-adapter.ts",
    'account-sync-drill drill --syncer "node my-drill/serve.ts"',
    "account-sync-drill drill --syncer ./my-drill/my-adapter",
  ]),
  ...elsewhere("test/docs/deployment.test.ts", [
    "account-sync-drill check --prometheus http://localhost:9090 --alertmanager http://localhost:9093 --receiver account-sync",
    "account-sync-drill ring --prometheus http://localhost:9090 --alertmanager http://localhost:9093 --receiver account-sync --ack",
  ]),
  ...elsewhere("test/docs/incident-to-drill.test.ts", [
    "export GRINDER_ACCOUNT_SYNC_EVIDENCE=1",
    "account-sync-drill sync --snapshot docs/examples/account.json --known-orders docs/examples/known-orders.json",
    "account-sync-drill history .artifacts/account_sync > night.jsonl",
    "account-sync-drill drill --replay night.jsonl",
    "account-sync-drill init python my-drill",
    'account-sync-drill drill --replay night.jsonl --syncer "python3 my-drill/my_adapter.py"',
    `sed 's/"expect":{[^}]*},//' night.jsonl > by-hand.jsonl`,
    "account-sync-drill drill --replay by-hand.jsonl",
    "cp .artifacts/account_sync_fire_drill/*/by-hand_recorded.jsonl recorded.jsonl",
    "account-sync-drill drill --replay recorded.jsonl",
  ]),
};

const FENCES = documentNames().flatMap((name) =>
  fencesOf(readDocument(name)).map((fence) => ({ ...fence, place: `${name}:${fence.line}` })),
);
const BLOCKS = FENCES.filter(({ language }) => language === "sh");
const HERE = withoutRepetition(BLOCKS.filter((block) => !isRunElsewhere(block)));
const ELSEWHERE = BLOCKS.filter(isRunElsewhere).flatMap(({ text, place }) =>
  linesOf(text).map((line) => ({ line, place })),
);

/** Lines that a test of their own runs, by these very words: not every machine can. */
function elsewhere(file: string, lines: readonly string[]) {
  return Object.fromEntries(lines.map((line) => [line, { file, words: line }]));
}

function isRunElsewhere({ text }: Fence): boolean {
  return linesOf(text).every((line) => Object.hasOwn(RUN_ELSEWHERE, line));
}

/** Two blocks of the same words that say the same of them are one. */
function withoutRepetition<Block extends Fence>(blocks: readonly Block[]): Block[] {
  const said = ({ text, comment, output }: Block) => JSON.stringify([text, comment, output]);
  return [...new Map(blocks.map((block) => [said(block), block])).values()];
}

function linesOf(text: string): string[] {
  return text.trimEnd().split("\n");
}

function exitCodeSaidBy({ comment }: Fence): number {
  if (faultServedFor(comment) !== undefined) return 0;
  return Number(/^exits ([0-9])$/.exec(comment ?? "exits 0")?.[1]);
}

/** The fault in the account that is served while a block runs, "" for none; undefined where nothing is served. */
function faultServedFor(comment: string | null): string | undefined {
  return /^while serving ?([a-z_]*)$/.exec(comment ?? "")?.[1];
}

describe("a fenced block", () => {
  it("is of a language that a test knows", () => {
    const known = ["sh", "ts", "text", "promql", "yaml"];
    expect(FENCES.filter(({ language }) => !known.includes(language)).map(({ place }) => place)).toEqual([]);
  });

  it("has no comment above it that a test does not know", () => {
    const unknown = FENCES.filter((fence) => Number.isNaN(exitCodeSaidBy(fence)));
    expect(unknown.map(({ place }) => place)).toEqual([]);
  });
});

describe("a command in the documents", () => {
  it.each(HERE)("works in a new checkout: $place", async (block) => {
    const copy = new CheckoutCopy();
    const fault = faultServedFor(block.comment);
    const port = fault === undefined ? "9464" : await startServing(copy.checkout, fault);
    const { exitCode, output } = copy.shell(block.text.replaceAll("localhost:9464", `localhost:${port}`));
    expect({ exitCode, output }).toEqual({ exitCode: exitCodeSaidBy(block), output });
    if (block.output !== null) expectShown(block.output, output);
  });

  it.each(ELSEWHERE)("is run elsewhere: $line ($place)", ({ line }) => {
    const { file = "", words } = RUN_ELSEWHERE[line] ?? {};
    expect(readFileSync(`${CHECKOUT}${file}`, "utf8")).toContain(words);
  });
});

describe("the README's first screen", () => {
  const [first, output, second] = fencesOf(readDocument("README.md"));

  it("runs the drill with nothing installed, then installs and tests", () => {
    expect([first?.text, second?.text]).toEqual(["node dist/cli.js\n", "npm cit\n"]);
  });

  it("shows what the drill says, the lines to copy included", () => {
    expect(first?.output).toBe(output?.text);
    expect(output?.text).toMatch(/^=== Results: .*\nEVIDENCE_REF .*\nNext: .*\n$/m);
  });
});
