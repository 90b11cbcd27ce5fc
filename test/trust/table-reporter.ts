import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Reporter, TestCase } from "vitest/node";
import rows from "./rows.json" with { type: "json" };

const DOCUMENT = fileURLToPath(new URL("../../docs/trust.md", import.meta.url));
const ERASE_LINE = "\r\u001b[2K";
const TABLE = /^\| Test .*\n(?:\|.*\n)+/m;

/** Prints a line for each row as it is measured, and the whole table at the end. */
export class TableReporter implements Reporter {
  readonly #figures = new Map<string, string>();
  readonly #began = Date.now();

  onTestCaseReady(test: TestCase): void {
    if (process.stdout.isTTY) process.stdout.write(`...  ${test.name}`);
  }

  onTestCaseResult(test: TestCase): void {
    const { row = test.name, figure = "not measured" } = test.meta();
    const { state, errors = [] } = test.result();
    this.#figures.set(row, figure);
    const lines = [`${state.toUpperCase()}  ${test.name}: ${figure}`];
    if (state === "failed") lines.push(...errors.map(({ message }) => `      ${message}`));
    process.stdout.write(`${process.stdout.isTTY ? ERASE_LINE : ""}${lines.join("\n")}\n`);
  }

  onTestRunEnd(): void {
    const measured = Object.entries(rows).filter(([id]) => this.#figures.has(id));
    const cells = measured.map(([id, { test, target }]) => [test, target, this.#figures.get(id)]);
    const lines = [["Test", "Target", "Figure"], ["---", "---", "---"], ...cells];
    const table = lines.map((line) => `| ${line.join(" | ")} |\n`).join("");
    const minutes = ((Date.now() - this.#began) / 60_000).toFixed(1);
    process.stdout.write(
      `\n${table}\n${cells.length} of ${Object.keys(rows).length} rows, ${minutes} minutes\n`,
    );
    const isWhole = cells.length === Object.keys(rows).length;
    if (process.env.REWRITE_TRUST === "1" && isWhole) rewriteDocument(table);
  }
}

function rewriteDocument(table: string): void {
  writeFileSync(
    DOCUMENT,
    readFileSync(DOCUMENT, "utf8").replace(TABLE, () => table),
  );
}
