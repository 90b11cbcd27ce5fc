import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medianRatio, timeOf } from "./ratio.js";

const ROUNDS = 25;
const NODE_24 = "node_modules/node/bin/node";
const BYE = '{"type":"bye","id":"1"}\n';

/** Drilling a program, over drilling the bundled syncer and twice what the program takes to start and end. */
export async function* externalSyncer() {
  const artifactDir = mkdtempSync(join(tmpdir(), "drill-bench-"));
  try {
    yield* measure("Python", ["python3", "docs/adapters/python/my_adapter.py"], artifactDir);
    yield* measure("TypeScript", [NODE_24, "docs/adapters/typescript/serve.ts"], artifactDir);
  } finally {
    rmSync(artifactDir, { recursive: true });
  }
}

async function* measure(language, program, artifactDir) {
  if (spawnSync(program[0], ["--version"]).status !== 0) {
    process.stdout.write(`left out: a drill of the adapter in ${language} (${program[0]} is missing)\n`);
    return;
  }
  const drill = (...args) =>
    timeOf(() => run(process.execPath, ["dist/cli.js", "drill", "--artifact-dir", artifactDir, ...args], ""));
  const own = () => drill("--syncer", program.join(" "));
  const bound = async () => {
    const bundled = await drill();
    const start = await timeOf(() => run(program[0], program.slice(1), BYE));
    return bundled + 2 * start;
  };
  const { ratio } = await medianRatio(ROUNDS, own, bound);
  yield { id: `external-${language.toLowerCase()}`, ratio };
}

function run(file, args, input) {
  const { status, stderr } = spawnSync(file, args, { input, stdio: ["pipe", "ignore", "pipe"] });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")}: exit ${status}: ${stderr}`);
}
