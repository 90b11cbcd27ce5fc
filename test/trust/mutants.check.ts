import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../support/documents.js";
import { sampleOfLines } from "../support/mutation-sample.js";
import { readMutationScore } from "../support/mutation-score.js";
import { seedOfRun } from "../support/random.js";
import { sourceFiles } from "../support/source-files.js";
import { row } from "./row.js";

/** All of them take longer than all other rows together: that is `npm run mutation`. */
const SHARE = 1 / 3;

row("mutants", async () => {
  const seed = seedOfRun();
  const files = sourceFiles().filter(({ folder }) => folder === "syncer" || folder === "drill");
  await stryker("run", ".ci/stryker.config.json", "--mutate", sampleOfLines(files, SHARE, seed).join(","));
  const { killed, all } = readMutationScore(readFileSync(join(CHECKOUT, ".artifacts/mutation.json"), "utf8"));
  const percent = (100 * killed) / all;
  return {
    figure: `${percent.toFixed(1)} % (${killed} of ${all}, those of a random third of the lines, SEED=${seed})`,
    isReached: percent >= 90,
  };
});

// Its exit code is 1 below its own threshold too, so what counts is the report.
function stryker(...args: readonly string[]): Promise<void> {
  const script = join(CHECKOUT, "node_modules/@stryker-mutator/core/bin/stryker.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: CHECKOUT, stdio: "ignore" });
    child.on("error", reject);
    child.on("close", () => resolve());
  });
}
