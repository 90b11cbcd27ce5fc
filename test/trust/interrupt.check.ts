import { seedOfRun } from "../support/random.js";
import { DRILL, PROGRAM_DRILL, SYNC, stopAtRandom, stoppedFigure, together } from "../support/stops.js";
import { row } from "./row.js";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

row("interrupt", async () => {
  const seed = seedOfRun();
  const stopped = together([
    await stopAtRandom(process.execPath, DRILL, SIGNALS, 60, seed),
    await stopAtRandom(process.execPath, PROGRAM_DRILL, SIGNALS, 20, seed + 1),
    await stopAtRandom(process.execPath, SYNC, SIGNALS, 20, seed + 2),
  ]);
  return stoppedFigure(stopped, seed);
});
