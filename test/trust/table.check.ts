import { failedOnSeed, tableOf } from "../support/table-of-answers.js";
import { row } from "./row.js";

const SEEDS = 100;

row("table", async () => {
  const passing: number[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const table = await tableOf(seed);
    if (!(await failedOnSeed(table, seed + 1))) passing.push(seed);
  }
  for (const seed of passing) console.error(`the table of seed ${seed} passes on the next`);
  const figure = `fails in ${SEEDS - passing.length} of ${SEEDS} seeds`;
  return { figure, isReached: passing.length === 0 };
});
