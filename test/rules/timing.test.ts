import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Firing, measureTiming, OBSERVED_SECONDS, TIMING_CASES } from "../support/alert-timing.js";
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
    .map(({ alert, from, to }) => `${alert.replace("AccountSync", "")} ${span(from, to)}`)
    .join("; ");
}

function span(from: number, to: number): string {
  if (from === to) return `at ${clock(from)}`;
  return to === OBSERVED_SECONDS ? `from ${clock(from)} on` : `${clock(from)} to ${clock(to)}`;
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
  it("gives the table that stands in the documents", () => {
    const cells = new Map([...measureTiming(promtool)].map(([name, firings]) => [name, cellOf(firings)]));
    if (process.env.REWRITE_TIMING === "1") rewrite(promtool.major, cells);
    const column = COLUMNS.indexOf(promtool.major) + 1;
    expect(documentedRows().map((row) => [row[0], row[column]])).toEqual([...cells]);
  });

  it("has somebody paged in every case, and never by two alerts at once for one mismatch", () => {
    const pages = [...measureTiming(promtool)].map(([name, firings]) => ({
      name,
      pages: firings.filter(({ alert }) => alert.includes("Mismatch")).toSorted((a, b) => a.from - b.from),
    }));
    expect(pages.filter((one) => (one.pages[0]?.from ?? Number.POSITIVE_INFINITY) > LATEST_PAGE)).toEqual([]);
    expect(
      pages.filter((one) => (one.pages[0]?.to ?? 0) >= (one.pages[1]?.from ?? Number.POSITIVE_INFINITY)),
    ).toEqual([]);
  });
});
