import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { resultsLine } from "../../src/drill/results.js";
import { checkCount, drillsOf } from "../../src/drills/suites.js";
import { LIFE_LABELS } from "../../src/life/life-checks.js";
import { ProgramSyncer } from "../../src/protocol/program-syncer.js";
import { DEFAULT_TIME_LIMITS } from "../../src/protocol/time-limits.js";
import { CHECKOUT } from "../support/documents.js";
import { fireDrill, PREFIX } from "../support/fire-drill-run.js";
import { leftOut } from "../support/left-out.js";
import { testPorts } from "../support/program-ports.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const ADAPTERS = join(CHECKOUT, "docs", "adapters");
const NODE_24 = join(CHECKOUT, "node_modules/node/bin/node");

/** The Go adapter, built; undefined where it could not be. */
function builtGo(): string {
  const binary = join(temporaryDirectory(), "adapter");
  const env = { ...process.env, GOFLAGS: "-mod=mod", GOTOOLCHAIN: "local" };
  const { status, stderr } = spawnSync("go", ["build", "-o", binary, "."], {
    cwd: join(ADAPTERS, "go"),
    env,
  });
  if (status !== 0) throw new Error(String(stderr));
  return binary;
}

function isMissing(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args).status !== 0;
}

/** What the adapters declare. */
const SETTLE = { syncs: 3, ms: 10_000 };

const CASES = [
  {
    language: "Python",
    missing: isMissing("python3", ["--version"]),
    words: () => ["python3", join(ADAPTERS, "python/my_adapter.py")],
  },
  {
    language: "Python with prometheus_client",
    missing: isMissing("python3", ["-c", "import prometheus_client"]),
    words: () => ["python3", join(ADAPTERS, "python/my_prometheus_adapter.py")],
  },
  {
    language: "TypeScript",
    missing: !existsSync(NODE_24),
    words: () => [NODE_24, join(ADAPTERS, "typescript/serve.ts")],
  },
  { language: "Go", missing: isMissing("go", ["version"]), words: () => [builtGo()] },
];

it("the adapter in TypeScript has no error of types", () => {
  const strict = [
    "--ignoreConfig",
    "--noEmit",
    "--strict",
    "--allowImportingTsExtensions",
    "--erasableSyntaxOnly",
  ];
  const target = ["--module", "nodenext", "--target", "es2023", "--types", "node", "--skipLibCheck"];
  const tsc = join(CHECKOUT, "node_modules/typescript/bin/tsc");
  const file = join(ADAPTERS, "typescript/serve.ts");
  const { stdout } = spawnSync(process.execPath, [tsc, ...strict, ...target, file], {
    cwd: CHECKOUT,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});

describe.each(CASES)("the adapter in $language", ({ language, missing, words }) => {
  const isLeftOut = leftOut(missing, `the adapter in ${language}`, "what runs it is not installed");

  it.skipIf(isLeftOut).each([
    {
      suite: "runbook",
      drills: drillsOf("runbook", PREFIX),
      results: `${checkCount("runbook")} passed`,
      life: null,
    },
    { suite: "full", drills: drillsOf("full", PREFIX), results: `${checkCount("full")} passed`, life: null },
    {
      suite: "life",
      drills: drillsOf("life", PREFIX),
      results: `${checkCount("life") + LIFE_LABELS.length} passed`,
      life: { seed: 3, days: 1, syncsADay: 300 },
    },
  ])(
    "passes the $suite suite, with the checks and labels of the bundled syncer",
    async ({ drills, results, life }) => {
      const syncer = new ProgramSyncer(words(), testPorts(), DEFAULT_TIME_LIMITS);
      const [own, bundled] = [
        await fireDrill(temporaryDirectory(), { syncer, drills, life }),
        await fireDrill(temporaryDirectory(), {
          drills,
          life,
          syncer: new BundledSyncer("1.2.3", PREFIX, SETTLE),
        }),
      ];
      expect(resultsLine(own.report)).toBe(`=== Results: ${results}, 0 failed, 0 skipped ===`);
      expect(own.report.syncer).toEqual({
        name: "my syncer",
        version: "0.1",
        language: language.split(" ")[0],
      });
      expect(own.report.brokeOff).toBeNull();
      const checksOf = ({ report }: typeof own) => report.drills.map(({ id, checks }) => ({ id, checks }));
      expect(checksOf(own)).toEqual(checksOf(bundled));
    },
  );
});
