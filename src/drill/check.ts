import { printable } from "../syncer/printable.js";
import type { Deviation } from "./deviation.js";
import type { SyncReply } from "./drilled-syncer.js";
import type { Exchange } from "./grace.js";
import type { MetricsText } from "./metrics-text.js";
import type { CheckResult, Stage } from "./results.js";

/** What a drill saw of the syncer: its reply to each step, and its metrics after the last. */
export interface Observation {
  readonly replies: readonly SyncReply[];
  readonly metrics: MetricsText;
  /** The metrics after so many syncs, where the drill reads them in between. */
  readonly scrapes?: ReadonlyMap<number, MetricsText>;
  /** All that was fed, where more than the drill's steps was. */
  readonly exchanges?: readonly Exchange[];
}

/** One check: what it is called, what is expected, and how to read what came. */
export interface Check {
  readonly label: string;
  readonly stage: Stage;
  readonly expected: string;
  readonly actual: (seen: Observation) => string;
  /** Asked for where the check failed: what is not as it has to be. */
  readonly deviations?: (seen: Observation) => readonly Deviation[];
}

/** Holds one check against what was seen. It passes when the two texts are equal. */
export function evaluate(check: Check, seen: Observation): CheckResult {
  const { label, stage, expected } = check;
  const actual = printable(check.actual(seen));
  if (actual === expected) return { label, stage, status: "passed", expected, actual };
  const deviations = check.deviations?.(seen) ?? [];
  return { label, stage, status: "failed", expected, actual, ...(deviations.length > 0 && { deviations }) };
}
