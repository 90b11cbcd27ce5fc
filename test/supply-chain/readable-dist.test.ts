import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import { sourceFiles } from "../support/source-files.js";

const FILES = readdirSync(`${CHECKOUT}dist`)
  .filter((name) => /^action.*\.js$/.test(name))
  .map((name) => ({ name, text: readFileSync(`${CHECKOUT}dist/${name}`, "utf8") }));
const OURS = FILES.filter(({ name }) => !name.startsWith("action-bundled"));
const BUNDLED = FILES.filter(({ name }) => name.startsWith("action-bundled"));

/** The modules that a file of dist says it is made of, each in a line above its text. */
function modulesIn(text: string): string[] {
  return [...text.matchAll(/^\/\/ ((?:src|node_modules)\/\S+)$/gm)].map(([, path]) => path ?? "");
}

/** The files of src/action that leave something in a bundle: not those of types alone. */
const ACTION_SOURCES = sourceFiles()
  .filter(
    ({ folder, text }) =>
      folder === "action" && /^(?:export )?(?:async )?(?:function|class|const|void)\b/m.test(text),
  )
  .map(({ path }) => `src/${path}`);

describe("the action in dist", () => {
  it("has every module of its own where it can be read", () => {
    const readable = OURS.flatMap(({ text }) => modulesIn(text));
    expect(ACTION_SOURCES.length).toBeGreaterThan(20);
    expect(ACTION_SOURCES.filter((path) => !readable.includes(path))).toEqual([]);
    expect(readable).toContain("src/syncer/account-syncer.ts");
  });

  it.each(OURS)("is not minified, and brings no package, in $name", ({ text }) => {
    expect(modulesIn(text).filter((path) => path.startsWith("node_modules"))).toEqual([]);
    expect(text.split("\n").filter((line) => line.length > 1000)).toEqual([]);
  });

  it.each(BUNDLED)("says nothing of ours, and is minified, in $name", ({ text }) => {
    expect(modulesIn(text)).toEqual([]);
    expect(text.split("\n").length).toBeLessThan(text.length / 500);
  });

  it("has one bundled file for each part that needs packages", () => {
    expect(BUNDLED.map(({ name }) => name)).toEqual([
      "action-bundled-artifact-client.js",
      "action-bundled-octokit-api.js",
      "action-bundled.js",
    ]);
  });
});
