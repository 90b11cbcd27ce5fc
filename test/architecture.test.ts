import { describe, expect, it } from "vitest";
import { contributingTree } from "./support/contributing-tree.js";
import { findCycle, folderOf, importedFile, importsOf, sourceFiles } from "./support/source-files.js";

/**
 * Each folder of src, and the rank it stands on, from CONTRIBUTING's tree: a file imports from its own folder and
 * from lower ranks. A new folder needs a place there.
 */
const RANKS: Readonly<Record<string, number>> = Object.fromEntries(
  contributingTree()
    .layers.toReversed()
    .flatMap((row, rank) => row.map((folder) => [folder, rank])),
);

/** Folders that are doors: they alone read the process's surroundings. */
const DOORS = ["action", "cli"];
const MOST_LINES = 200;

const FILES = sourceFiles();

function mayImport(folder: string, target: string): boolean {
  const [from, to] = [RANKS[folder], RANKS[target]];
  return folder === target || (from !== undefined && to !== undefined && to < from);
}

describe("an import", () => {
  it.each([
    'import x from "./x.js";',
    'import { type A, b } from "./x.js";',
    'import {\n  a,\n  b,\n} from "./x.js";',
    'import type { A } from "./x.js";',
    'import * as all from "./x.js";',
    'import json from "./x.js" with { type: "json" };',
    'import "./x.js";',
    'const x = await import("./x.js");',
    'export { a } from "./x.js";',
    'export * from "./x.js";',
  ])("is found in: %s", (statement) => {
    expect(importsOf(`// import "./no.js"\nconst a = "b";\n${statement}\n/* import "./no.js" */`)).toEqual([
      "./x.js",
    ]);
  });
});

describe("the source", () => {
  it("is read, imports included", () => {
    const cli = FILES.find(({ path }) => path === "cli/run-cli.ts");
    expect(FILES.length).toBeGreaterThan(40);
    expect(cli?.imports).toContain("../errors.js");
    expect(importedFile("cli/run-cli.ts", "../errors.js")).toBe("errors.ts");
  });

  it("has a place in CONTRIBUTING's tree for each folder, and a folder for each place", () => {
    expect(Object.keys(RANKS).sort()).toEqual([...new Set(FILES.map(({ folder }) => folder))].sort());
  });

  it("has no import that points nowhere", () => {
    const known = new Set(FILES.map(({ path }) => path));
    const lost = FILES.flatMap(({ path, imports }) =>
      imports
        .map((name) => importedFile(path, name))
        .filter((target) => target !== undefined && !known.has(target)),
    );
    expect(lost).toEqual([]);
  });

  it("has no cycle of imports", () => {
    expect(findCycle(FILES)).toEqual([]);
  });
});

describe("every file of the source", () => {
  it("imports from its own folder and from below, never from above", () => {
    const upwards = FILES.flatMap(({ path, folder, imports }) =>
      imports
        .map((name) => importedFile(path, name))
        .filter((target) => target !== undefined && !mayImport(folder, folderOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(upwards).toEqual([]);
  });

  it("leaves the process's surroundings to the doors", () => {
    const reaching = FILES.filter(
      ({ folder, text, imports }) =>
        !DOORS.includes(folder) &&
        (/\bprocess\s*(\.|\?\.|\[)/.test(text) || imports.some((name) => /^(node:)?process$/.test(name))),
    );
    expect(reaching.map(({ path }) => path)).toEqual([]);
  });

  it("leaves the Actions toolkit to src/action", () => {
    const users = FILES.filter(({ imports }) => imports.some((name) => name.startsWith("@actions/")));
    expect(users.filter(({ folder }) => folder !== "action").map(({ path }) => path)).toEqual([]);
  });

  it(`has at most ${MOST_LINES} lines`, () => {
    const long = FILES.filter(({ lines }) => lines > MOST_LINES);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});

describe("src/syncer", () => {
  it("is importable anywhere: no module of Node.js", () => {
    const imported = FILES.filter(({ folder }) => folder === "syncer").flatMap(({ imports }) => imports);
    expect(imported.filter((name) => name.startsWith("node:"))).toEqual([]);
  });
});

describe("src/drill", () => {
  const adapter = "drill/bundled-syncer.ts";
  const vocabulary = [
    "canonical-json",
    "field-reader",
    "known",
    "mismatch-rules",
    "metric-contract",
    "printable",
    "rules/rule-row",
    "settling",
    "snapshot",
    "sync-result",
  ].map((name) => `syncer/${name}.ts`);

  it("knows a syncer by the interface it drills: the bundled one is known to its adapter alone", () => {
    const insiders = FILES.filter(({ folder, path }) => folder === "drill" && path !== adapter).flatMap(
      ({ path, imports }) =>
        imports
          .flatMap((name) => importedFile(path, name) ?? [])
          .filter(
            (target) => target === adapter || (folderOf(target) === "syncer" && !vocabulary.includes(target)),
          )
          .map((target) => `${path} imports ${target}`),
    );
    expect(insiders).toEqual([]);
  });
});

describe("src/index.ts", () => {
  it("exports, and does nothing else", () => {
    const index = FILES.find(({ path }) => path === "index.ts");
    const statements = (index?.text ?? "none").split(";").map((statement) => statement.trim());
    expect(
      statements.filter(
        (statement) => statement !== "" && !/^export (type )?\{[^}]*\} from "[^"]+"$/.test(statement),
      ),
    ).toEqual([]);
  });
});
