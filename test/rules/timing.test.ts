import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { type Firing, measureTiming, pageFaults } from "../support/alert-timing.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { sectionOf, tablesOf } from "../support/markdown.js";
import { COLUMNS, onEachTester } from "../support/rule-testers.js";
import { BOTS, TABLE_CASES, type TimingCase } from "../support/timing-cases.js";

const DOCUMENT = "docs/rules.md";
const SECTION = "What rings, and when";

function cellOf({ bots, observed }: TimingCase, firings: readonly Firing[]): string {
  return firings
    .filter(({ to }) => to >= 0)
    .toSorted((a, b) => a.from - b.from)
    .map(({ alert, instance, from, to }) => {
      const [bot] = Object.entries(BOTS).find(([, name]) => name === instance) ?? [];
      const whose = bots.length > 1 && bot !== undefined ? ` of ${bot}` : "";
      return `${alert.replace("AccountSync", "")}${whose} ${span(from, to, observed)}`;
    })
    .join("; ");
}

function span(from: number, to: number, observed: number): string {
  if (from === to) return `at ${clock(from)}`;
  return to === observed ? `from ${clock(from)} on` : `${clock(from)} to ${clock(to)}`;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function documentedRows(): string[][] {
  return tablesOf(sectionOf(readDocument(DOCUMENT), SECTION))[0] ?? [];
}

/** Writes one column of the table anew; `npm run timing` asks for it. */
function rewrite(rewritten: string, cells: ReadonlyMap<string, string>): void {
  const rows = documentedRows();
  const lines = TABLE_CASES.map(({ name }) => {
    const row = rows.find(([documented]) => documented === name) ?? [name];
    const columns = COLUMNS.map((column, at) => (column === rewritten ? cells.get(name) : row[at + 1]) ?? "");
    return `| ${[name, ...columns].join(" | ")} |`;
  });
  const head = `| ${["Case", ...COLUMNS].join(" | ")} |\n|${" --- |".repeat(COLUMNS.length + 1)}`;
  const text = readFileSync(`${CHECKOUT}${DOCUMENT}`, "utf8");
  const table = /(?<=## What rings, and when\n[^|]*)(?:^\|.*\n)+/m;
  writeFileSync(`${CHECKOUT}${DOCUMENT}`, text.replace(table, `${head}\n${lines.join("\n")}\n`));
}

onEachTester((tester) => {
  it("gives the table that stands in the documents, and pages once for each divergence, within eight minutes", () => {
    const measured = measureTiming(tester, TABLE_CASES, [tester.render(DEFAULT_SETTINGS)]);
    const cells = new Map(TABLE_CASES.map((one) => [one.name, cellOf(one, measured.get(one.name) ?? [])]));
    if (process.env.REWRITE_TIMING === "1") rewrite(tester.column, cells);
    const column = COLUMNS.indexOf(tester.column) + 1;
    expect(documentedRows().map((row) => [row[0], row[column]])).toEqual([...cells]);
    const faults = TABLE_CASES.flatMap((one) =>
      pageFaults(one, measured.get(one.name) ?? []).map((fault) => `${one.name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});
