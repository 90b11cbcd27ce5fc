import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import { sourceFiles } from "../support/source-files.js";

const FILES = readdirSync(`${CHECKOUT}dist`)
  .filter((name) => /^(?:action|cli|shared).*\.js$/.test(name))
  .map((name) => ({ name, text: readFileSync(`${CHECKOUT}dist/${name}`, "utf8") }));
const OURS = FILES.filter(({ name }) => !name.startsWith("shared-bundled"));
const BUNDLED = FILES.filter(({ name }) => name.startsWith("shared-bundled"));

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

/** 0011 says so. */
const MOST_BYTES = 1_900_000;

describe("dist", () => {
  it("has at most 1.9 MB", () => {
    const files = readdirSync(`${CHECKOUT}dist`, { recursive: true, withFileTypes: true });
    const sizes = files.map((file) => (file.isFile() ? statSync(`${file.parentPath}/${file.name}`).size : 0));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });
});

/** The texts of a file of dist and of all that it loads at its start, but for what is bundled. */
function startedBy(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name) || name.startsWith("shared-bundled")) return [];
  seen.add(name);
  const text = readFileSync(`${CHECKOUT}dist/${name}`, "utf8");
  const loaded = [...text.matchAll(/^const \w+ = require\("\.\/([^"]+)"\);$/gm)].map(([, file = ""]) => file);
  return [text, ...loaded.flatMap((file) => startedBy(file, seen))];
}

describe("what is started", () => {
  it.each(["action.js", "cli.js"])(
    "loads of Node.js only files and paths before they are used: %s",
    (name) => {
      const texts = startedBy(name);
      const first = texts.flatMap((text) =>
        [...text.matchAll(/^(?:\w+ )?\w+ = (?:\w+\.)?(?:require|__toESM)\(.*node[:_].*$/gm)].map(
          ([line]) => line,
        ),
      );
      expect(texts.length).toBeGreaterThan(3);
      expect([...new Set(first)].sort()).toEqual([
        'let node_fs = require("node:fs");',
        'let node_path = require("node:path");',
      ]);
      expect(texts.join("\n")).toContain('require("node:crypto").hash)');
    },
  );
});

describe("dist, the command and the action", () => {
  it("has every module of its own where it can be read", () => {
    const readable = OURS.flatMap(({ text }) => modulesIn(text));
    expect(ACTION_SOURCES.length).toBeGreaterThan(20);
    expect(ACTION_SOURCES.filter((path) => !readable.includes(path))).toEqual([]);
    expect(readable).toContain("src/syncer/account-syncer.ts");
  });

  it.each(OURS)("is not minified, and brings no package, in $name", ({ text }) => {
    expect(modulesIn(text).filter((path) => path.startsWith("node_modules"))).toEqual([]);
    expect(text.split("\n").filter((line) => line.length > 4000)).toEqual([]);
  });

  it.each(BUNDLED)("says nothing of ours, and is minified, in $name", ({ text }) => {
    expect(modulesIn(text)).toEqual([]);
    expect(text.split("\n").length).toBeLessThan(text.length / 500);
  });

  it("has one bundled file for each part that needs packages", () => {
    expect(BUNDLED.map(({ name }) => name)).toEqual([
      "shared-bundled-action.js",
      "shared-bundled-artifact-client.js",
      "shared-bundled-cli-action.js",
      "shared-bundled-octokit-api.js",
      "shared-bundled-yaml.js",
      "shared-bundled-zip-source.js",
    ]);
  });
});
