import { printable } from "../syncer/printable.js";
import type { SyncReply } from "./drilled-syncer.js";
import type { MetricsText } from "./metrics-text.js";
import type { CheckResult, Stage } from "./results.js";

/** What a drill saw of the syncer: its reply to each step, and its metrics after the last. */
export interface Observation {
  readonly replies: readonly SyncReply[];
  readonly metrics: MetricsText;
  /** The metrics after so many syncs, where the drill reads them in between. */
  readonly scrapes?: ReadonlyMap<number, MetricsText>;
}

/** One check: what it is called, what is expected, and how to read what came. */
export interface Check {
  readonly label: string;
  readonly stage: Stage;
  readonly expected: string;
  readonly actual: (seen: Observation) => string;
}

/** Holds one check against what was seen. It passes when the two texts are equal. */
export function evaluate({ label, stage, expected, actual }: Check, seen: Observation): CheckResult {
  const came = printable(actual(seen));
  return { label, stage, status: came === expected ? "passed" : "failed", expected, actual: came };
}
