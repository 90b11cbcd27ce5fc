import type { DrillResult } from "../drill/results.js";
import { runDrills } from "../drill/run-drills.js";
import { fixedDrills, type SuiteName, smallestSuite } from "../drills/suites.js";
import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import { type Habits, SketchSyncer } from "./sketch-syncer.js";
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

/** Drills the sound sketch: what fails here makes every catch worthless. Empty where all holds. */
export async function drillSoundSketch(): Promise<readonly string[]> {
  const results = await drill({});
  return results.flatMap(({ id, checks }) => failedIn(checks).map((label) => `${id}: ${label}`));
}

/** Drills one broken syncer by every drill that is the same in each run. */
export async function drillBroken({ wrong, caughtBy, habits }: BrokenSyncer): Promise<Catch> {
  const results = await drill(habits);
  const failed = results.filter(({ checks }) => failedIn(checks).length > 0);
  const named = failed.find(({ id }) => id === caughtBy);
  return {
    wrong,
    named: caughtBy,
    check: named === undefined ? null : (failedIn(named.checks)[0] ?? null),
    drills: failed.map(({ id }) => id),
    by: smallestSuite(failed.map(({ id }) => id)) ?? null,
  };
}

async function drill(habits: Habits): Promise<readonly DrillResult[]> {
  const syncer = new WatchedSyncer(new SketchSyncer(habits), CALL_LIMIT_MS);
  const { drills } = await runDrills(fixedDrills(DEFAULT_METRIC_PREFIX), syncer, DEFAULT_METRIC_PREFIX);
  return drills;
}

function failedIn(checks: DrillResult["checks"]): string[] {
  return checks.filter(({ status }) => status === "failed").map(({ label }) => label);
}
