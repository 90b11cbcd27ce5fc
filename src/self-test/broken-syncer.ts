import type { Habits } from "./sketch-syncer.js";

/** One of the zoo: wrong in one way, with the drill that has to catch it, named before it was ever run. */
export interface BrokenSyncer {
  /** What it does wrong, as the end of "a syncer that". */
  readonly wrong: string;
  /** The drill's letter. */
  readonly caughtBy: string;
  readonly habits: Habits;
}
