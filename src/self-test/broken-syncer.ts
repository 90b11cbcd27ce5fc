import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import type { Habits } from "./sketch-syncer.js";

/** One of the zoo: wrong in one way, with the drills that have to catch it, named before it was ever run. */
export interface BrokenSyncer {
  /** What it does wrong, as the end of "a syncer that". */
  readonly wrong: string;
  /** The letter of the drill that is there to catch it; `life` for the days of trading. */
  readonly caughtBy: string;
  /** The letters of the runbook's other drills that fail too, in order; all the rest of the runbook has to pass. */
  readonly alsoFails?: string;
  readonly habits: Habits;
  /** Makes it of the sketch with these habits, where habits are not enough. */
  readonly made?: (sketch: DrilledSyncer) => Promise<DrilledSyncer>;
}
