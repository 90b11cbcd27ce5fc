import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Firing, measureTiming, TIMING_CASES } from "../support/alert-timing.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { sectionOf, tablesOf } from "../support/markdown.js";
import { onEachPromtool } from "../support/promtool.js";

const DOCUMENT = "docs/rules.md";
const SECTION = "What rings, and when";
const COLUMNS = ["2", "3"];

/** The page comes at the latest by then, in seconds after the scrape that shows the mismatch. */
const LATEST_PAGE = 300;

function cellOf(firings: readonly Firing[]): string {
  return firings
    .filter(({ to }) => to >= 0)
    .toSorted((a, b) => a.from - b.from)
    .map(({ alert, from, to }) => `${alert.replace("AccountSync", "")} ${clock(from)} to ${clock(to)}`)
    .join("; ");
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function documentedRows(): string[][] {
  return tablesOf(sectionOf(readDocument(DOCUMENT), SECTION))[0] ?? [];
}

/** Writes one column of the table anew; `npm run timing` asks for it. */
function rewrite(major: string, cells: ReadonlyMap<string, string>): void {
  const rows = documentedRows();
  const lines = TIMING_CASES.map(({ name }) => {
    const row = rows.find(([documented]) => documented === name) ?? [name, "", ""];
    return `| ${[name, ...COLUMNS.map((column, at) => (column === major ? cells.get(name) : row[at + 1]))].join(" | ")} |`;
  });
  const head = "| Case | Prometheus 2.x | Prometheus 3.x |\n| --- | --- | --- |";
  const text = readFileSync(`${CHECKOUT}${DOCUMENT}`, "utf8");
  const table = /(?<=## What rings, and when\n[^|]*)(?:^\|.*\n)+/m;
  writeFileSync(`${CHECKOUT}${DOCUMENT}`, text.replace(table, `${head}\n${lines.join("\n")}\n`));
}

onEachPromtool((promtool) => {
  describe("the measured table", () => {
    const timing = measureTiming(promtool);
    const cells = new Map([...timing].map(([name, firings]) => [name, cellOf(firings)]));
    if (process.env.REWRITE_TIMING === "1") rewrite(promtool.major, cells);

    it("stands in the documents as it is measured now", () => {
      const column = COLUMNS.indexOf(promtool.major) + 1;
      expect(documentedRows().map((row) => [row[0], row[column]])).toEqual([...cells]);
    });

    it.each([...timing])("has somebody paged: %s", (_, firings) => {
      const pages = firings.filter(({ alert, to }) => alert.includes("Mismatch") && to >= 0);
      expect(Math.min(...pages.map(({ from }) => from))).toBeLessThanOrEqual(LATEST_PAGE);
    });

    it.each([...timing])("never rings twice at once for one mismatch: %s", (_, firings) => {
      const [first, second] = firings
        .filter(({ alert }) => alert.includes("Mismatch"))
        .toSorted((a, b) => a.from - b.from);
      if (second !== undefined) expect(first?.to).toBeLessThan(second.from);
    });
  });
});
