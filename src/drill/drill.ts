import type { Check } from "./check.js";
import type { SyncRequest } from "./drilled-syncer.js";
import type { SeriesLabel } from "./metrics-text.js";

/** Stands in a drill's list of checks where its proof is to be checked. */
export const PROVEN = "proven";

/** One drill as data: what is injected, and what has to come out at every stage. */
export interface Drill {
  /** One letter. */
  readonly id: string;
  readonly title: string;
  /** The injected fault, in the few words that a reviewer reads. */
  readonly injected: string;
  /** What stands behind `drill_<id>_PROVEN: `. */
  readonly proves: string;
  /** Unix ms that the clock shows at the reset and when the metrics are read. */
  readonly now: number;
  readonly steps: readonly SyncRequest[];
  /** Numbers of syncs after which the metrics are read too, besides the reading after the last. */
  readonly scrapedAfter?: readonly number[];
  readonly checks: readonly (Check | typeof PROVEN)[];
  /** What must hold too before the drill counts as proven, without a line of its own. */
  readonly proof: readonly Check[];
  /** The series to quote in the summary, by name without the prefix. */
  readonly shows: readonly (readonly [name: string, label?: SeriesLabel])[];
  /** Whether the steps are logged to `drill_<id>_log.txt`. Drill E is about the metrics text alone. */
  readonly hasLog: boolean;
  /** What a syncer with a grace is drilled with instead, where a step cannot be repeated until its difference has settled. */
  readonly withGrace?: Drill;
}

/** A drill that is told by which prefix the drilled syncer names its metrics. */
export type DrillMaker = (prefix: string) => Drill;
