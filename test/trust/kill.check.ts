import { seedOfRun } from "../support/random.js";
import { DRILL, SYNC, stopAtRandom, stoppedFigure, together } from "../support/stops.js";
import { row } from "./row.js";

row("kill", async () => {
  const seed = seedOfRun();
  const stopped = together([
    await stopAtRandom(process.execPath, DRILL, ["SIGKILL"], 160, seed),
    await stopAtRandom(process.execPath, SYNC, ["SIGKILL"], 40, seed + 1),
  ]);
  return stoppedFigure(stopped, seed);
});
