import { BROKEN_METRICS } from "./broken-metrics.js";
import { BROKEN_RULES } from "./broken-rules.js";
import { BROKEN_STATE } from "./broken-state.js";
import type { Flaws } from "./flawed-syncer.js";

/** A syncer that is broken in one way, and the drills that have to fail for it; the others have to pass. */
export interface BrokenSyncer {
  readonly name: string;
  readonly failing: string;
  readonly flaws: Flaws;
}

export const BROKEN_SYNCERS: readonly BrokenSyncer[] = [...BROKEN_RULES, ...BROKEN_STATE, ...BROKEN_METRICS];
