import type { DrillResult } from "../drill/results.js";
import { runDrills } from "../drill/run-drills.js";
import { fixedDrills, type SuiteName, smallestSuite } from "../drills/suites.js";
import { LIFE_ID } from "../life/life-names.js";
import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";
import { ADVISED } from "../syncer/settling.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import { daysOf } from "./few-days.js";
import { SketchSyncer } from "./sketch-syncer.js";
import { WatchedSyncer } from "./watched-syncer.js";

/** What became of one broken syncer. */
export interface Catch {
  readonly wrong: string;
  /** The drill that was named beforehand. */
  readonly named: string;
  /** The first check of that drill that failed; null where none did. */
  readonly check: string | null;
  /** Every drill with a check that failed. */
  readonly drills: readonly string[];
  /** The smallest suite that notices anything; null where none does. */
  readonly by: SuiteName | null;
}

const CALL_LIMIT_MS = 250;
const USUAL_SEED = 1;

/** Drills the sound sketch: what fails here makes every catch worthless. Empty where all holds. */
export async function drillSoundSketch(): Promise<readonly string[]> {
  const sound: BrokenSyncer = {
    wrong: "is sound",
    caughtBy: LIFE_ID,
    habits: { grace: { says: ADVISED, waits: ADVISED } },
  };
  const results = [...(await drill({ ...sound, caughtBy: "a", habits: {} })), ...(await drill(sound))];
  return results.flatMap(({ id, checks }) => failedIn(checks).map((label) => `${id}: ${label}`));
}

/** Drills one broken syncer by every drill that is the same in each run, and by days of trading where those have to catch it. */
export async function drillBroken(broken: BrokenSyncer): Promise<Catch> {
  const { wrong, caughtBy } = broken;
  const results = await drill(broken);
  const failed = results.filter(({ checks }) => failedIn(checks).length > 0);
  const named = failed.find(({ id }) => id === caughtBy);
  return {
    wrong,
    named: caughtBy,
    check: named === undefined ? null : (failedIn(named.checks)[0] ?? null),
    drills: failed.map(({ id }) => id),
    by: smallestSuite(failed.map(({ id }) => id)) ?? (failed.length > 0 ? "life" : null),
  };
}

async function drill({
  caughtBy,
  habits,
  made = async (sketch) => sketch,
}: BrokenSyncer): Promise<readonly DrillResult[]> {
  const syncer = new WatchedSyncer(await made(new SketchSyncer(habits)), CALL_LIMIT_MS);
  const days = caughtBy === LIFE_ID ? daysOf(USUAL_SEED) : [];
  const fixed = fixedDrills(DEFAULT_METRIC_PREFIX);
  const { drills } = await runDrills(fixed, syncer, DEFAULT_METRIC_PREFIX, undefined, days);
  return drills;
}

function failedIn(checks: DrillResult["checks"]): string[] {
  return checks.filter(({ status }) => status === "failed").map(({ label }) => label);
}
