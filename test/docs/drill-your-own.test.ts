import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { furtherLetters } from "../../src/drills/suites.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { leftOut } from "../support/left-out.js";
import { fencesOf, sectionOf, tablesOf } from "../support/markdown.js";
import { ALL_PASSED } from "../support/suite-counts.js";

const PAGE = readDocument("docs/drill-your-own.md");
const NODE_24 = dirname(join(CHECKOUT, "node_modules/node/bin/node"));

function isMissing(...command: [string, ...string[]]): boolean {
  const [file, ...args] = command;
  // With the PATH of a checkout that is copied, where another Python may come first.
  const path = [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
  const env = { PATH: path, HOME: join(tmpdir(), "account-sync-drill-no-home") };
  return spawnSync(file, args, { env }).status !== 0;
}

// Of the one who runs this: without it, each run would compile Go's own library.
const GO_CACHE = spawnSync("go", ["env", "GOCACHE"], { encoding: "utf8" }).stdout?.trim() ?? "";

/** The steps that the page tells a reader to take, by language, and what is put before the PATH. */
const STEPS = [
  {
    language: "Python",
    path: "",
    blocks: [
      {
        lines: [
          "account-sync-drill init python my-drill",
          'account-sync-drill drill --syncer "python3 my-drill/my_adapter.py"',
        ],
        missing: isMissing("python3", "--version"),
      },
      {
        lines: [
          "account-sync-drill init python my-drill",
          'account-sync-drill drill --syncer "python3 my-drill/my_prometheus_adapter.py"',
        ],
        missing: isMissing("python3", "-c", "import prometheus_client"),
      },
    ],
  },
  {
    language: "TypeScript",
    path: `${NODE_24}:`,
    blocks: [
      {
        lines: [
          "account-sync-drill init typescript my-drill",
          "account-sync-drill drill --syncer ./my-drill/my-adapter.ts",
        ],
        missing: !existsSync(NODE_24),
      },
      {
        lines: [
          "account-sync-drill init typescript my-drill",
          'account-sync-drill drill --syncer "node my-drill/serve.ts"',
        ],
        missing: !existsSync(NODE_24),
      },
    ],
  },
  {
    language: "Go",
    path: "",
    blocks: [
      {
        lines: [
          "account-sync-drill init go my-drill",
          "(cd my-drill && go build -o my-adapter .)",
          "account-sync-drill drill --syncer ./my-drill/my-adapter",
        ],
        missing: isMissing("go", "version"),
      },
    ],
  },
];

describe.each(STEPS)("docs/drill-your-own.md in $language", ({ language, path, blocks }) => {
  it("tells these steps, and no other", () => {
    const told = fencesOf(sectionOf(PAGE, language)).map(({ text }) => text.trimEnd().split("\n"));
    expect(told).toEqual(blocks.map(({ lines }) => lines));
  });

  for (const { lines, missing } of blocks) {
    const isLeftOut = leftOut(missing, `drill-your-own.md: ${lines.at(-1)}`, "what runs it is not installed");
    it.skipIf(isLeftOut)(`is green in a new checkout: ${lines.at(-1)}`, () => {
      const environment = `export PATH="${path}$PATH" GOFLAGS=-mod=mod GOTOOLCHAIN=local GOCACHE="${GO_CACHE}"`;
      const { exitCode, output } = new CheckoutCopy().shell([environment, ...lines].join("\n"));
      expect({ exitCode, output }).toEqual({ exitCode: 0, output });
      expect(output).toContain(`drilling the my syncer 0.1 (${language})`);
      expect(output).toContain(ALL_PASSED);
    });
  }
});

describe("docs/drill-your-own.md", () => {
  const section = sectionOf(PAGE, "The full suite");

  it("lists each further drill, and no other", () => {
    expect((tablesOf(section)[0] ?? []).map(([id]) => id)).toEqual(furtherLetters("full"));
  });
});
