import type { Habits } from "./sketch-syncer.js";

/** One of the zoo: wrong in one way, with the drills that have to catch it, named before it was ever run. */
export interface BrokenSyncer {
  /** What it does wrong, as the end of "a syncer that". */
  readonly wrong: string;
  /** The letter of the drill that is there to catch it. */
  readonly caughtBy: string;
  /** The letters of the runbook's other drills that fail too, in order; all the rest of the runbook has to pass. */
  readonly alsoFails?: string;
  readonly habits: Habits;
}
