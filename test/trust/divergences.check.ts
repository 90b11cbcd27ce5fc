import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { TAKEN } from "../../src/drill/taken.js";
import { USUAL_DAYS } from "../../src/life/life-names.js";
import { runLife } from "../../src/life/run-life.js";
import { DEFAULT_METRIC_PREFIX } from "../../src/syncer/metric-contract.js";
import { ADVISED } from "../../src/syncer/settling.js";
import { row } from "./row.js";

const WANTED = 1_000;

row("divergences", async () => {
  const syncer = new BundledSyncer("0", DEFAULT_METRIC_PREFIX, ADVISED);
  const patience = { clock: () => 0, ms: 0 };
  const plan = { ...USUAL_DAYS, settle: ADVISED, takes: TAKEN, prefix: DEFAULT_METRIC_PREFIX, patience };
  const failed: string[] = [];
  let [planted, seed] = [0, 0];
  while (planted < WANTED) {
    seed += 1;
    const { checks, injected } = await runLife({ ...plan, seed }, syncer);
    planted += Number.parseInt(injected ?? "", 10);
    for (const { label, status, actual } of checks) {
      if (status !== "passed") failed.push(`${label}: ${actual}`);
    }
  }
  for (const line of failed) console.error(line);
  const figure =
    failed.length === 0
      ? `100 % (${planted.toLocaleString("en")}, of ${seed} seeds)`
      : `${failed.length} checks fail, of ${seed} seeds`;
  return { figure, isReached: failed.length === 0 };
});
