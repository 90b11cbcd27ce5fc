import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { alertPack } from "../../src/rules/alert-pack.js";
import { parseSettings } from "../../src/rules/parse-settings.js";
import { CHECKOUT, documentNames, readDocument } from "../support/documents.js";
import { exposedMetrics } from "../support/exposed-metrics.js";
import { expressionFaults } from "../support/expression-faults.js";
import { fencesOf, tablesOf } from "../support/markdown.js";
import { dashboardQueries, templateQueries } from "../support/pack-document.js";
import { PLANTED_MISTAKES } from "../support/planted-mistakes.js";
import { isCondition, syntaxFaults, typeFaults } from "../support/promql.js";
import { isPromqlParserMissing, promqlParserFaults } from "../support/promql-parser.js";
import { onEachPromtool } from "../support/promtool.js";
import { committedPack } from "../support/rule-pack.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const RECORD = "docs/decisions/0008-promql-checked-by-four.md";
const EXPOSED = await exposedMetrics();
const EXPRESSIONS = PLANTED_MISTAKES.map(({ expression }) => expression);
const REWRITES = process.env.REWRITE_TIMING === "1";
const COLUMNS = ["Grammar", "Checker", "promql-parser", "promtool 2", "promtool 3", "Ours"];

/** Packs with settings that change their expressions. */
const SETTINGS: readonly (readonly string[])[] = [
  [],
  [
    "prefix=acme_sync",
    "spike-above=2.5",
    "spike-window=10m",
    "missed-window=1h",
    "label.team=desk: A, {B} #d",
  ],
  ["spike-by=account", "kubernetes-namespace=trading"],
  ["spike-by=instance", "drill-overdue-after=8d"],
  ["spike-by=account,instance", "crash-loop-restarts=9", "absent-memory=7d", "severity=critical"],
];

const PACKS = SETTINGS.flatMap((set) =>
  alertPack(parseSettings(set)).flatMap(({ expr, annotations }) => [
    expr,
    ...Object.values(annotations).flatMap((text) => templateQueries(text).map(({ query }) => query)),
  ]),
);
const DASHBOARD = dashboardQueries(committedPack().dashboard).map(({ expr }) => expr);
const DOCUMENTS = documentNames()
  .flatMap((name) => fencesOf(readDocument(name)))
  .filter(({ language }) => language === "promql")
  .map(({ text }) => text.trim());

function holdsColumn(name: string, found: readonly boolean[]): void {
  const marks = found.map((isFound) => (isFound ? "found" : ""));
  if (REWRITES) rewrite(name, marks);
  const [rows = []] = tablesOf(readDocument(RECORD));
  const column = COLUMNS.indexOf(name) + 2;
  const documented = rows.map((row) => [row[0], row[column]]);
  expect(documented).toEqual(PLANTED_MISTAKES.map(({ mistake }, at) => [mistake, marks[at]]));
}

/** Writes one column of the table anew. */
function rewrite(rewritten: string, marks: readonly string[]): void {
  const [rows = []] = tablesOf(readDocument(RECORD));
  const lines = PLANTED_MISTAKES.map(({ mistake, expression }, index) => {
    const row = rows.find(([name]) => name === mistake) ?? [];
    const cells = COLUMNS.map((column, at) => (column === rewritten ? marks[index] : row[at + 2]) ?? "");
    return `| ${[mistake, `\`${expression.replaceAll("|", "\\|")}\``, ...cells].join(" | ")} |`;
  });
  const head = `| Mistake | Expression | ${COLUMNS.join(" | ")} |\n|${" --- |".repeat(COLUMNS.length + 2)}`;
  const text = readFileSync(`${CHECKOUT}${RECORD}`, "utf8");
  writeFileSync(`${CHECKOUT}${RECORD}`, text.replace(/(?:^\|.*\n)+/m, `${head}\n${lines.join("\n")}\n`));
}

describe("which planted mistake is found stands in the decision", () => {
  it("by the grammar, by the checker, and by our own checks", () => {
    holdsColumn(
      "Grammar",
      EXPRESSIONS.map((expression) => syntaxFaults(expression).length > 0),
    );
    holdsColumn(
      "Checker",
      EXPRESSIONS.map((expression) => typeFaults(expression).length > 0),
    );
    const isOurs = (expression: string) =>
      !isCondition(expression) ||
      expressionFaults(expression, EXPOSED, []).some((fault) =>
        /_totals is not exposed|fits =~"\(/.test(fault),
      );
    holdsColumn("Ours", EXPRESSIONS.map(isOurs));
  });

  it.skipIf(isPromqlParserMissing("what promql-parser finds"))("by promql-parser", () => {
    holdsColumn(
      "promql-parser",
      promqlParserFaults(EXPRESSIONS).map((fault) => fault !== null),
    );
  });

  onEachPromtool((promtool) => {
    it("by promtool", () => {
      const file = join(temporaryDirectory(), "rules.yml");
      const found = EXPRESSIONS.map((expr) => {
        writeFileSync(file, JSON.stringify({ groups: [{ name: "g", rules: [{ alert: "A", expr }] }] }));
        return promtool.run("check", "rules", file).exitCode !== 0;
      });
      holdsColumn(`promtool ${promtool.major}`, found);
    });
  });

  it("and each is found by somebody", () => {
    const [rows = []] = tablesOf(readDocument(RECORD));
    expect(rows.length).toBeGreaterThanOrEqual(31);
    expect(rows.filter((row) => !row.slice(2).includes("found"))).toEqual([]);
  });
});

describe.skipIf(isPromqlParserMissing("every expression, by promql-parser"))("promql-parser", () => {
  it.each([
    { of: "the pack, with every kind of setting", expressions: PACKS },
    { of: "the dashboard", expressions: DASHBOARD },
    { of: "the documents", expressions: DOCUMENTS },
  ])("takes every expression of $of", ({ expressions }) => {
    expect(expressions).not.toEqual([]);
    const faults = promqlParserFaults(expressions);
    expect(expressions.filter((_, at) => faults[at] !== null)).toEqual([]);
  });
});
