import { expect, it } from "vitest";
import { seedOfRun } from "../support/random.js";
import { DRILL, stopAtRandom, together } from "../support/stops.js";

it("the built drill, stopped at a random moment, leaves evidence that is whole, or none", async () => {
  const seed = seedOfRun();
  const rows = await Promise.all([
    stopAtRandom(process.execPath, DRILL, ["SIGKILL"], 12, seed),
    stopAtRandom(process.execPath, DRILL, ["SIGINT"], 6, seed + 1),
    stopAtRandom(process.execPath, DRILL, ["SIGTERM"], 6, seed + 2),
  ]);
  const { faults, runs } = together(rows);
  expect(faults, `SEED=${seed}`).toEqual([]);
  expect(runs).toBe(24);
});
