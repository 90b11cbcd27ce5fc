// Writes each workflow of the documents to a file of its own, for the linters: node .ci/example-workflows.js DIR
// Beside them zizmor's settings: an example uses us by our moving tag, and everything else by its commit.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [directory = "."] = process.argv.slice(2);
const documents = [
  "README.md",
  ...readdirSync("docs", { recursive: true }).map((name) => join("docs", name)),
];

for (const document of documents.filter((name) => name.endsWith(".md"))) {
  const blocks = readFileSync(document, "utf8").matchAll(/^```yaml\n(.*?)^```$/gms);
  const workflows = [...blocks].map(([, text]) => text).filter((text) => /^jobs:$/m.test(text));
  for (const [index, text] of workflows.entries()) {
    writeFileSync(join(directory, `${document.replace(/\W/g, "-")}-${index + 1}.yml`), text);
  }
}
const policies = { "grinder/account-sync-drill": "any", "*": "hash-pin" };
const settings = { rules: { "unpinned-uses": { config: { policies } } } };
writeFileSync(join(directory, "zizmor.yaml"), JSON.stringify(settings));
