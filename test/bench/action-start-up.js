import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { medianRatio, timeOf } from "./ratio.js";
import { inRepository } from "./repository.js";

const NODE_24 = process.version.startsWith("v24.") ? process.execPath : resolve("node_modules/node/bin/node");
const ACTION = resolve("dist/action.js");
const CLI = resolve("dist/cli.js");
const ROUNDS = 40;

/** The action up to its verdict, outputs and summary included and nothing reported, over the command's drill. */
export async function* actionStartUp() {
  if (!existsSync(NODE_24)) {
    process.stdout.write("left out: the action's start (the package `node` is not installed)\n");
    return;
  }
  yield* inRepository(async function* (directory) {
    const env = runnerVariables(directory);
    const action = () => timeOf(() => run(directory, [ACTION], env));
    const drill = () => timeOf(() => run(directory, [CLI, "drill"], {}));
    const { ratio } = await medianRatio(ROUNDS, action, drill);
    yield { id: "action-24", ratio };
  });
}

function runnerVariables(directory) {
  const files = { GITHUB_OUTPUT: join(directory, "output"), GITHUB_STEP_SUMMARY: join(directory, "summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const inputs = { "INPUT_ARTIFACT-DIR": ".artifacts", INPUT_UPLOAD: "false", INPUT_COMMENT: "false" };
  return { ...files, ...inputs, RUNNER_TEMP: directory };
}

function run(cwd, args, env) {
  const { status, stdout, stderr } = spawnSync(NODE_24, args, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0 || stdout.includes("::warning"))
    throw new Error(`${args[0]}: exit ${status}: ${stdout}${stderr}`);
}
