import { type MismatchRule, RULES } from "../syncer/mismatch-rules.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import { blindTo } from "./spoil-findings.js";

/** Where another drill of the runbook than the one that proves it injects a rule's fault too. */
const ALSO_FAILS: Partial<Readonly<Record<MismatchRule, string>>> = { orphan_order: "e" };

/** For each mismatch rule a syncer that misses it, caught by the drill that proves the rule. */
export const MISSED_RULES: readonly BrokenSyncer[] = RULES.map(({ name, provenBy }) => {
  const alsoFails = ALSO_FAILS[name];
  return {
    wrong: `misses ${name}`,
    caughtBy: provenBy,
    ...(alsoFails === undefined ? {} : { alsoFails }),
    habits: { find: blindTo(name) },
  };
});
