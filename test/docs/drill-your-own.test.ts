import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { furtherLetters } from "../../src/drills/suites.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { leftOut } from "../support/left-out.js";
import { fencesOf, sectionOf, tablesOf } from "../support/markdown.js";
import { ALL_PASSED } from "../support/suite-counts.js";

const PAGE = readDocument("docs/drill-your-own.md");
const NODE_24 = dirname(join(CHECKOUT, "node_modules/node/bin/node"));
const COPY_PYTHON = "cp -R docs/adapters/python my-drill";
const COPY_TYPESCRIPT = "cp -R docs/adapters/typescript my-drill";

/** The steps that the page tells a reader to take, by language, and what is put before the PATH. */
const STEPS = [
  {
    language: "Python",
    path: "",
    missing: spawnSync("python3", ["--version"]).status !== 0,
    blocks: [[COPY_PYTHON, "cd my-drill", 'account-sync-drill drill --syncer "python3 my_adapter.py"']],
  },
  {
    language: "TypeScript",
    path: `${NODE_24}:`,
    missing: !existsSync(NODE_24),
    blocks: [
      [COPY_TYPESCRIPT, "cd my-drill", "account-sync-drill drill --syncer ./my-adapter.ts"],
      ["cd docs/adapters/typescript", 'account-sync-drill drill --syncer "node serve.ts"'],
    ],
  },
];

describe.each(STEPS)("docs/drill-your-own.md in $language", ({ language, path, missing, blocks }) => {
  const isLeftOut = leftOut(missing, `drill-your-own.md in ${language}`, "what runs it is not installed");

  it("tells these steps, and no other", () => {
    const told = fencesOf(sectionOf(PAGE, language)).map(({ text }) => text.trimEnd().split("\n"));
    expect(told).toEqual(blocks);
  });

  it.skipIf(isLeftOut).each(blocks.map((lines) => ({ lines })))(
    "is green in a new checkout: $lines",
    ({ lines }) => {
      const { exitCode, output } = new CheckoutCopy().shell([`PATH=${path}$PATH`, ...lines].join("\n"));
      expect({ exitCode, output }).toEqual({ exitCode: 0, output });
      expect(output).toContain(`drilling the my syncer 0.1 (${language})`);
      expect(output).toContain(ALL_PASSED);
    },
  );
});

describe("docs/drill-your-own.md", () => {
  const section = sectionOf(PAGE, "The full suite");

  it("lists each further drill, and no other", () => {
    expect((tablesOf(section)[0] ?? []).map(([id]) => id)).toEqual(furtherLetters("full"));
  });
});
