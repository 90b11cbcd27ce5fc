import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { isFound } from "../support/injected-faults.js";
import { breachOf, lawRunsFrom } from "../support/law-runs.js";
import { row } from "./row.js";

row("injected-faults", async () => {
  const { seed, runs } = lawRunsFrom(process.env, 4_000);
  const each = Math.ceil(runs / MISMATCH_RULES.length);
  const missed: string[] = [];
  for (const rule of MISMATCH_RULES) {
    const breach = await breachOf(isFound(rule), { seed, runs: each });
    if (breach === null) continue;
    missed.push(rule);
    console.error(breach);
  }
  const total = (each * MISMATCH_RULES.length).toLocaleString("en");
  const figure =
    missed.length === 0
      ? `100 % (${total} of ${total}, ${each.toLocaleString("en")} for each of ${MISMATCH_RULES.length} rules; seed ${seed})`
      : `missed: ${missed.join(", ")} (seed ${seed})`;
  return { figure, isReached: missed.length === 0 };
});
