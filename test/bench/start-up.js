import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { medianRatio, timeOf } from "./ratio.js";
import { inRepository } from "./repository.js";

const NODE_24 = resolve("node_modules/node/bin/node");
const CLI = resolve("dist/cli.js");
const LIBRARY = resolve("dist/index.mjs");
const ROUNDS = 40;
// What the original took, and what `node -e 0` took beside it.
const ORIGINAL_OVER_NODE = 1.0 / 0.049;

/** The whole command, git, evidence and fsync included, and the library, over a Node.js that does nothing. */
export function measureStartUp() {
  return inRepository(async function* (directory) {
    const over = (node, ...args) => overNothing(node, args, directory);
    const isBefore24 = Number(process.versions.node.split(".")[0]) < 24;
    const here = await over(process.execPath, CLI, "drill");
    yield { id: isBefore24 ? "drill-before-24" : "drill-24", ratio: here };
    yield { id: "library", ratio: await over(process.execPath, LIBRARY) };
    if (!isBefore24) return;
    yield { id: "drill-original", ratio: (10 * here) / ORIGINAL_OVER_NODE };
    if (existsSync(NODE_24)) yield { id: "drill-24", ratio: await over(NODE_24, CLI, "drill") };
  });
}

async function overNothing(node, args, directory) {
  const subject = () => timeOf(() => run(node, args, directory));
  const nothing = () => timeOf(() => run(node, ["-e", "0"], directory));
  const { ratio } = await medianRatio(ROUNDS, subject, nothing);
  return ratio;
}

function run(node, args, cwd) {
  const { status, stderr } = spawnSync(node, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) throw new Error(`${node} ${args.join(" ")}: exit ${status}: ${stderr}`);
}
