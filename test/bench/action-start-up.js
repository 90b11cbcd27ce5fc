import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medianRatio, timeOf } from "./ratio.js";

const NODE_24 = process.version.startsWith("v24.") ? process.execPath : "node_modules/node/bin/node";
const ROUNDS = 40;

/** The action up to its verdict, outputs and summary included and nothing reported, over the command's drill. */
export async function* actionStartUp() {
  if (!existsSync(NODE_24)) {
    process.stdout.write("left out: the action's start (the package `node` is not installed)\n");
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), "drill-bench-"));
  try {
    const env = runnerVariables(directory);
    const action = () => timeOf(() => run(["dist/action.js"], env));
    const drill = () => timeOf(() => run(["dist/cli.js", "drill", "--artifact-dir", directory], {}));
    const { ratio } = await medianRatio(ROUNDS, action, drill);
    yield { id: "action-24", ratio };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function runnerVariables(directory) {
  const files = { GITHUB_OUTPUT: join(directory, "output"), GITHUB_STEP_SUMMARY: join(directory, "summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const inputs = { "INPUT_ARTIFACT-DIR": directory, INPUT_UPLOAD: "false", INPUT_COMMENT: "false" };
  return { ...files, ...inputs, RUNNER_TEMP: directory };
}

function run(args, env) {
  const { status, stdout, stderr } = spawnSync(NODE_24, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0 || stdout.includes("::warning"))
    throw new Error(`${args[0]}: exit ${status}: ${stdout}${stderr}`);
}
