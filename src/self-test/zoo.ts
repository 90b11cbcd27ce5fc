import { BROKEN_COMPARISONS } from "./broken-comparisons.js";
import { BROKEN_COUNTERS } from "./broken-counters.js";
import { BROKEN_EXPOSITION } from "./broken-exposition.js";
import { BROKEN_GAUGES } from "./broken-gauges.js";
import { BROKEN_ORPHANS } from "./broken-orphans.js";
import { BROKEN_REPLIES } from "./broken-replies.js";
import { BROKEN_RULES } from "./broken-rules.js";
import { BROKEN_STATE } from "./broken-state.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import { BROKEN_TIME } from "./broken-time.js";
import { MISSED_RULES } from "./missed-rules.js";
import { ONLY_LIFE_NOTICES } from "./only-life-notices.js";

/** Every broken syncer. */
export const ZOO: readonly BrokenSyncer[] = [
  ...MISSED_RULES,
  ...BROKEN_RULES,
  ...BROKEN_ORPHANS,
  ...BROKEN_COMPARISONS,
  ...BROKEN_TIME,
  ...BROKEN_STATE,
  ...BROKEN_REPLIES,
  ...BROKEN_COUNTERS,
  ...BROKEN_GAUGES,
  ...BROKEN_EXPOSITION,
  ...ONLY_LIFE_NOTICES,
];
