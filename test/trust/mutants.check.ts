import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../support/documents.js";
import { readMutationScore } from "../support/mutation-score.js";
import { row } from "./row.js";

row("mutants", () => {
  const stryker = join(CHECKOUT, "node_modules/@stryker-mutator/core/bin/stryker.js");
  // Its exit code is not 0 below the threshold in its configuration.
  const { status } = spawnSync(process.execPath, [stryker, "run", ".ci/stryker.config.json"], {
    cwd: CHECKOUT,
    stdio: "ignore",
  });
  const { killed, all } = readMutationScore(readFileSync(join(CHECKOUT, ".artifacts/mutation.json"), "utf8"));
  const percent = ((100 * killed) / all).toFixed(1);
  return { figure: `${percent} % (${killed} of ${all})`, isReached: status === 0 && killed >= 0.9 * all };
});
