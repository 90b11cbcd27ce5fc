// Writes the tables of inputs and outputs in docs/action.md from action.yml. With --check it changes nothing and
// fails where they differ.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const DOCUMENT = "docs/action.md";

const { inputs, outputs } = parse(readFileSync("action.yml", "utf8"));
const tables = {
  inputs: table(["Input", "Default", "Meaning"], Object.entries(inputs).map(inputRow)),
  outputs: table(["Output", "Meaning"], Object.entries(outputs).map(outputRow)),
};
const before = readFileSync(DOCUMENT, "utf8");
const after = Object.entries(tables).reduce(replaceTable, before);

if (!process.argv.includes("--check")) {
  writeFileSync(DOCUMENT, after);
} else if (after !== before) {
  console.error(`${DOCUMENT} is not what action.yml says; run "npm run docs"`);
  process.exitCode = 1;
}

function inputRow([name, { default: value, description }]) {
  return [`\`${name}\``, value === "" ? "" : `\`${value}\``, description];
}

function outputRow([name, { description }]) {
  return [`\`${name}\``, description];
}

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |\n`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("");
}

function replaceTable(text, [name, rendered]) {
  const start = text.indexOf(`<!-- ${name},`);
  const from = text.indexOf("\n", start) + 1;
  const to = text.indexOf("<!-- end -->", from);
  if (start < 0 || to < 0) throw new Error(`${DOCUMENT} has no place for the table of ${name}`);
  return `${text.slice(0, from)}\n${rendered}\n${text.slice(to)}`;
}
