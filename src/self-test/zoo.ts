import type { BrokenSyncer } from "./broken-syncer.js";
import { BROKEN_METRICS } from "./zoo-metrics.js";
import { BROKEN_ORPHANS } from "./zoo-orphans.js";
import { BROKEN_RULES } from "./zoo-rules.js";
import { BROKEN_STATE } from "./zoo-state.js";
import { BROKEN_TIME } from "./zoo-time.js";

/** Every broken syncer. */
export const ZOO: readonly BrokenSyncer[] = [
  ...BROKEN_RULES,
  ...BROKEN_ORPHANS,
  ...BROKEN_TIME,
  ...BROKEN_STATE,
  ...BROKEN_METRICS,
];
