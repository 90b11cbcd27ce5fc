import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medianRatio, timeOf } from "./ratio.js";

const ROUNDS = 7;

/** The suite `life` of the bundled syncer at its usual size, as the whole command, over a hundred Node.js that do nothing. */
export async function* suiteLife() {
  const artifactDir = mkdtempSync(join(tmpdir(), "life-bench-"));
  const life = ["dist/cli.js", "drill", "--suite", "life", "--artifact-dir", artifactDir];
  try {
    const { ratio } = await medianRatio(
      ROUNDS,
      () => timeOf(() => run(life)),
      () => timeOf(() => run(["-e", "0"])),
    );
    yield { id: "life", ratio: ratio / 100 };
  } finally {
    rmSync(artifactDir, { recursive: true });
  }
}

function run(args) {
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) throw new Error(`node ${args.join(" ")}: exit ${status}: ${stderr}`);
}
