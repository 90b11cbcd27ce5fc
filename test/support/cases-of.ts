import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../../src/syncer/field-reader.js";
import { CHECKOUT } from "./documents.js";
import { temporaryDirectory } from "./temp-directory.js";

/** What became of the cases of some test files, as the test runner's own report has it. */
export interface Cases {
  readonly passed: number;
  readonly all: number;
  /** Each case that did not pass, and each file that could not be run. */
  readonly others: readonly string[];
}

/** Runs test files of `npm test` in a test runner of their own, one after the other: many of their cases wait in time. */
export async function casesOf(files: readonly string[]): Promise<Cases> {
  const report = join(temporaryDirectory(), "report.json");
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...files];
  await new Promise<void>((resolve, reject) => {
    const env = { ...process.env, AT_LENGTH: "1", TEST_REPORT: report };
    const child = spawn(process.execPath, [...vitest, "--no-file-parallelism"], {
      cwd: CHECKOUT,
      env,
      stdio: "ignore",
    });
    child.on("error", reject);
    child.on("close", () => resolve());
  });
  return readReport(JSON.parse(readFileSync(report, "utf8")), files);
}

function readReport(report: unknown, files: readonly string[]): Cases {
  const run = listOf(report, "testResults");
  const cases = run.flatMap((file) => listOf(file, "assertionResults"));
  const passed = cases.filter((each) => isRecord(each) && each.status === "passed").length;
  const failed = cases.filter((each) => !isRecord(each) || each.status !== "passed");
  const names = failed.map((each) => (isRecord(each) ? `${each.fullName} (${each.status})` : "no case"));
  const broken = run.flatMap((file) =>
    listOf(file, "assertionResults").length === 0 && isRecord(file) ? [String(file.name)] : [],
  );
  const missing = run.length === files.length ? [] : [`${run.length} of ${files.length} files were run`];
  return { passed, all: cases.length, others: [...names, ...broken, ...missing] };
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list: unknown = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}
