import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medianRatio, timeOf } from "./ratio.js";

const NODE_24 = "node_modules/node/bin/node";
const ROUNDS = 40;
// What the original took, and what `node -e 0` took beside it.
const ORIGINAL_OVER_NODE = 1.0 / 0.049;

/** The whole command, evidence and fsync included, over a Node.js that does nothing. */
export async function* measureStartUp() {
  const artifactDir = mkdtempSync(join(tmpdir(), "drill-bench-"));
  try {
    const isBefore24 = Number(process.versions.node.split(".")[0]) < 24;
    const here = await wholeCommand(process.execPath, artifactDir);
    yield { id: isBefore24 ? "drill-before-24" : "drill-24", ratio: here };
    if (!isBefore24) return;
    yield { id: "drill-original", ratio: (12 * here) / ORIGINAL_OVER_NODE };
    if (existsSync(NODE_24)) yield { id: "drill-24", ratio: await wholeCommand(NODE_24, artifactDir) };
  } finally {
    rmSync(artifactDir, { recursive: true });
  }
}

async function wholeCommand(node, artifactDir) {
  const drill = () => timeOf(() => run(node, ["dist/cli.js", "drill", "--artifact-dir", artifactDir]));
  const nothing = () => timeOf(() => run(node, ["-e", "0"]));
  const { ratio } = await medianRatio(ROUNDS, drill, nothing);
  return ratio;
}

function run(node, args) {
  const { status, stderr } = spawnSync(node, args, { stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) throw new Error(`${node} ${args.join(" ")}: exit ${status}: ${stderr}`);
}
