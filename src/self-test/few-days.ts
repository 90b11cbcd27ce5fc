import type { FurtherDrill } from "../drill/run-drills.js";
import { lifeDrill } from "../life/life-drill.js";
import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";

/** The days of trading that broken syncers are put through: a healthy one, and one that has each kind of divergence once. */
export function daysOf(seed: number): readonly FurtherDrill[] {
  return [lifeDrill({ seed, days: 1, syncsADay: 300 }, DEFAULT_METRIC_PREFIX, untilNow)];
}

// No time to look for the shortest history: nobody keeps it.
function untilNow(): number {
  return Number.POSITIVE_INFINITY;
}
