import fc from "fast-check";
import { anyHistories, expectAsTheOracleSays, waits } from "../support/account-histories.js";
import { breachOf, lawRunsFrom } from "../support/law-runs.js";
import { row } from "./row.js";

row("oracle", async () => {
  const { seed, runs } = lawRunsFrom(process.env, 10_000);
  let accounts = 0;
  const law = fc.asyncProperty(anyHistories, waits, async (history, wait) => {
    await expectAsTheOracleSays(history, wait);
    accounts += history.length;
  });
  const breach = await breachOf(law, { seed, runs });
  if (breach !== null) console.error(breach);
  const figure = `${breach === null ? 0 : "at least 1"} in ${runs.toLocaleString("en")} histories of ${accounts.toLocaleString("en")} syncs (seed ${seed})`;
  return { figure, isReached: breach === null };
});
