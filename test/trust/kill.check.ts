import * as fs from "node:fs";
import { join } from "node:path";
import { namesIn } from "../support/file-tree.js";
import { seedOfRun } from "../support/random.js";
import { BuiltCli } from "../support/run-cli.js";
import { DRILL, type Stopped, SYNC, stopAtRandom, stoppedFigure, together } from "../support/stops.js";
import { CAN_TRACE, killDrillAt } from "../support/system-calls.js";
import { verifyEvidence } from "../support/verify-evidence.js";
import { row } from "./row.js";

const CALLS = ["mkdir", "write", "fsync", "rename"];

row("kill", async () => {
  const seed = seedOfRun();
  const random = [
    await stopAtRandom(process.execPath, DRILL, ["SIGKILL"], 160, seed),
    await stopAtRandom(process.execPath, SYNC, ["SIGKILL"], 40, seed + 1),
  ];
  const exact = CAN_TRACE ? CALLS.map(killAtEach) : [];
  const { figure, isReached } = stoppedFigure(together([...random, ...exact]), seed);
  return {
    figure: CAN_TRACE ? figure : `${figure}; left out: at each system call, strace is missing`,
    isReached,
  };
});

/** Kills the drill at the first call of this name, then at the second, and so on until there is none. */
function killAtEach(call: string): Stopped {
  const cli = new BuiltCli(process.execPath);
  const kind = cli.at(".artifacts", DRILL.kind);
  const faults: string[] = [];
  let nth = 1;
  for (; killDrillAt(cli, call, nth); nth++) {
    const torn = evidenceIn(kind).filter((name) => !isIntact(join(kind, name)));
    faults.push(...torn.map((name) => `${call} ${nth}: verify does not accept ${name}`));
  }
  return { faults, runs: nth - 1, midway: namesIn(kind).length - evidenceIn(kind).length };
}

function evidenceIn(kind: string): string[] {
  return namesIn(kind).filter((name) => !name.startsWith("."));
}

function isIntact(directory: string): boolean {
  try {
    return verifyEvidence(fs, directory).damage.length === 0;
  } catch {
    return false;
  }
}
