// `npm run crowded`: the whole `npm cit`, five times in a row while eight busy loops run beside it. Every loop ends by
// itself after an hour, and by its id when its run of the tests is over.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = 5;
const LOOPS = 8;
const LONGEST_MS = 3_600_000;
const BUSY = `const end = Date.now() + ${LONGEST_MS}; while (Date.now() < end);`;

const directory = mkdtempSync(join(tmpdir(), "drill-crowded-"));
const passed = [];
try {
  for (let run = 1; run <= RUNS; run++) passed.push(crowdedRun(run));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.stdout.write(`crowded: ${passed.filter(Boolean).length} of ${RUNS} runs passed\n`);
process.exitCode = passed.every(Boolean) ? 0 : 1;

function crowdedRun(run) {
  const report = join(directory, `${run}.json`);
  const loops = Array.from({ length: LOOPS }, () =>
    spawn(process.execPath, ["-e", BUSY], { stdio: "ignore" }),
  );
  const began = performance.now();
  try {
    const env = { ...process.env, TEST_REPORT: report };
    const { status } = spawnSync("npm", ["cit", "--no-audit", "--no-fund"], { env, stdio: "inherit" });
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    process.stdout.write(
      `crowded, run ${run} of ${RUNS}: exit ${status}, ${countsOf(report)}, ${minutes} min\n`,
    );
    return status === 0;
  } finally {
    for (const loop of loops) loop.kill();
  }
}

function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    );
    return [`${numPassedTests} passed, ${numFailedTests} failed`, ...failed].join("; ");
  } catch {
    return "no report";
  }
}
