import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };
import { contributingTree } from "../support/contributing-tree.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { codeIn } from "../support/markdown.js";

const PLACES = /^(?:src|test|docs|rules|dist|\.ci|\.github)(?:\/[\w./-]*)?$|^[A-Z]+\.md$|^action\.yml$/;
const TREE = contributingTree().lines;

function foldersIn(path: string): string[] {
  return readdirSync(CHECKOUT + path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`);
}

/** What the tree has to have a line for. */
function foldersToSay(): string[] {
  const source = foldersIn("src");
  const mirrored = source.map((path) => path.replace("src", "test"));
  return [
    ...source.flatMap((path) => [path, ...foldersIn(path)]),
    ...foldersIn("rules"),
    ...foldersIn("docs"),
    ...foldersIn("test").filter((path) => !mirrored.includes(path)),
  ];
}

describe("CONTRIBUTING's tree", () => {
  it("has a line for each folder, and no other line", () => {
    const nested = TREE.map(({ path }) => path).filter((path) => path.includes("/") && !path.endsWith(".ts"));
    expect(nested.sort()).toEqual(foldersToSay().sort());
  });

  it("names what exists", () => {
    expect(TREE.filter(({ path }) => !existsSync(CHECKOUT + path))).toEqual([]);
  });

  it("says of each what it is for", () => {
    expect(TREE.filter(({ says }) => says === "").map(({ path }) => path)).toEqual(["src"]);
  });
});

describe.each(["CONTRIBUTING.md", "AGENTS.md"])("%s", (document) => {
  const code = codeIn(readDocument(document).replace(/^```.*?^```$/gms, ""));

  it("names files and folders that exist", () => {
    const paths = code.filter((text) => PLACES.test(text));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(CHECKOUT + path))).toEqual([]);
  });

  it("names scripts that there are", () => {
    const named = code.flatMap((text) => /^npm run ([a-z:]+)/.exec(text)?.[1] ?? []);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

it("CONTRIBUTING has a list of files for a rule, a drill and an alert", () => {
  const headings = [...readDocument("CONTRIBUTING.md").matchAll(/^### (.*)$/gm)].map(
    ([, heading]) => heading,
  );
  expect(headings).toEqual(["To add a mismatch rule", "To add a drill", "To add an alert"]);
});

it(".nvmrc names a Node.js that CI tests with", () => {
  const workflow = parse(readDocument(".github/workflows/ci.yml"));
  const version = readFileSync(`${CHECKOUT}.nvmrc`, "utf8").trim();
  expect(workflow.jobs.check.strategy.matrix.node).toContain(version);
});
