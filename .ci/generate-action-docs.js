// Writes the tables of inputs and outputs in docs/action.md from action.yml. With --check it changes nothing and
// fails where they differ.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { markdownTable } from "./markdown-table.js";

const DOCUMENT = "docs/action.md";

const { inputs, outputs } = parse(readFileSync("action.yml", "utf8"));
const tables = {
  inputs: markdownTable(["Input", "Default", "Meaning"], Object.entries(inputs).map(inputRow)),
  outputs: markdownTable(["Output", "Meaning"], Object.entries(outputs).map(outputRow)),
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

function replaceTable(text, [name, rendered]) {
  const start = text.indexOf(`<!-- ${name},`);
  const from = text.indexOf("\n", start) + 1;
  const to = text.indexOf("<!-- end -->", from);
  if (start < 0 || to < 0) throw new Error(`${DOCUMENT} has no place for the table of ${name}`);
  return `${text.slice(0, from)}\n${rendered}\n${text.slice(to)}`;
}
