// Fills the places of the documents that speak of every mismatch rule, from the rules' own rows in src/syncer/rules:
// `<!-- rules, as a table: fires, risk -->` or `<!-- rules, as a list: triage -->`, up to `<!-- end -->`. With --check
// it changes nothing and fails where a place is not what the rows say.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { markdownTable } from "./markdown-table.js";

const PLACE = /<!-- rules, as a (table|list): ([a-z, ]+) -->\n.*?<!-- end -->/gs;
const HEADS = { fires: "Fires when", risk: "What may happen", triage: "Look at", resolution: "Do" };

const { RULES } = await imported("src/syncer/mismatch-rules.ts");
const documents = readdirSync("docs", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("docs", name));
const isChecking = process.argv.includes("--check");

const render = {
  table: (columns) =>
    markdownTable(
      ["Rule", ...columns.map((column) => HEADS[column])],
      RULES.map(({ name, words }) => [`\`${name}\``, ...columns.map((column) => words[column])]),
    ),
  list: ([column]) => RULES.map(({ name, words }) => `- \`${name}\`: ${words[column]}\n`).join(""),
};

for (const document of ["README.md", "CONTRIBUTING.md", ...documents]) {
  const before = readFileSync(document, "utf8");
  const after = before.replace(PLACE, (whole, form, columns) => {
    const head = whole.slice(0, whole.indexOf("\n"));
    return `${head}\n\n${render[form](columns.split(",").map((column) => column.trim()))}\n<!-- end -->`;
  });
  if (after === before) continue;
  if (!isChecking) writeFileSync(document, after);
  else {
    console.error(`${document} is not what the rows in src/syncer/rules say; run "npm run docs"`);
    process.exitCode = 1;
  }
}

async function imported(entry) {
  const resolve = { extensionAlias: { ".js": [".ts", ".js"] } };
  const bundle = await rolldown({ input: entry, platform: "node", tsconfig: "tsconfig.json", resolve });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString("base64")}`);
}
