import fc from "fast-check";
import { expect } from "vitest";
import { syncOnce } from "../support/account-histories.js";
import { breachOf, lawRunsFrom } from "../support/law-runs.js";
import { SyncerRig } from "../support/syncer-rig.js";
import { ADVISED, healthyHistories } from "../support/traded-accounts.js";
import { row } from "./row.js";

row("clean-accounts", async () => {
  const { seed, runs } = lawRunsFrom(process.env, 10_000);
  let accounts = 0;
  const law = fc.asyncProperty(healthyHistories, async (history) => {
    const rig = new SyncerRig({ settle: ADVISED });
    for (const answer of history) {
      expect(await syncOnce(rig, answer)).toMatchObject({ ok: true, mismatches: [], error: null });
      accounts += 1;
    }
  });
  const breach = await breachOf(law, { seed, runs });
  if (breach !== null) console.error(breach);
  const figure = `${breach === null ? 0 : "at least 1"} in ${accounts.toLocaleString("en")} (seed ${seed})`;
  return { figure, isReached: breach === null && accounts >= runs };
});
