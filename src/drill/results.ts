import type { Deviation } from "./deviation.js";

/** Who was drilled. */
export interface SyncerIdentity {
  readonly name: string;
  readonly version: string;
  readonly language: string;
  /** It is the example that ships with this package: what is proven says nothing about anybody's own code. */
  readonly isBundled?: true;
}

/** Where in the pipeline a check looks: the sync's reply, its counters and gauges, the metrics text, the evidence. */
export type Stage = "found" | "counted" | "exposed" | "kept";

/** What came of one check: its label, and what was expected and came. It passes when the two texts are equal. */
export interface CheckResult {
  readonly label: string;
  readonly stage: Stage;
  readonly status: "passed" | "failed" | "skipped";
  readonly expected: string;
  readonly actual: string;
  /** What is not as it has to be, where the check failed and can tell; nothing for one that only follows from others. */
  readonly deviations?: readonly Deviation[];
}

/** What one drill did and found, ready to be rendered. */
export interface DrillResult {
  /** The drill's letter, or `guard`. */
  readonly id: string;
  readonly title: string;
  /** The fault, in a few words; null for the guard, which injects nothing. */
  readonly injected: string | null;
  /** The rules that fired, each as often as it fired. */
  readonly caught: readonly string[];
  /** The value of the mismatch counter of each rule in `caught`, distinct rules in order of firing. */
  readonly counted: readonly string[];
  readonly checks: readonly CheckResult[];
  /** `drill_a_PROVEN: clean sync`; null unless every condition of the drill held. */
  readonly provenMarker: string | null;
  /** The sample lines of the metrics text that the drill is about. */
  readonly metricLines: readonly string[];
  /** The evidence files of this drill: name and whole text. */
  readonly files: ReadonlyMap<string, string>;
  /** What a reader of the evidence has to know of how it came about; the same in several drills is said once. */
  readonly notes?: readonly string[];
}

/** Everything that one run of the drill says. */
export interface DrillReport {
  readonly toolVersion: string;
  readonly syncer: SyncerIdentity;
  /** The commit that the run is about, where it is known. */
  readonly commit: string | null;
  /** What the days of trading were made from; left out where there were none. */
  readonly seed?: number;
  /** Unix ms. */
  readonly startedAt: number;
  readonly drills: readonly DrillResult[];
  /** Why the drilled syncer stopped answering; null where it answered to the end. */
  readonly brokeOff: string | null;
}

/** How many checks passed, failed and were skipped. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The checks of all drills and of the guard, counted by status. */
export function totalsOf(report: DrillReport): Totals {
  const statuses = report.drills.flatMap(({ checks }) => checks.map(({ status }) => status));
  const count = (wanted: CheckResult["status"]) => statuses.filter((s) => s === wanted).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
}

/** True where no check failed and the syncer answered to the end. A skipped check does not fail a run. */
export function hasPassed(report: DrillReport): boolean {
  return totalsOf(report).failed === 0 && report.brokeOff === null;
}

/**
 * `exit_code_1` for a failed check, `exit_code_3` for a syncer that broke off, null for a run that passed:
 * the `reason` of a failed EVIDENCE_REF.
 */
export function failureOf(report: DrillReport): "exit_code_1" | "exit_code_3" | null {
  if (report.brokeOff !== null) return "exit_code_3";
  return hasPassed(report) ? null : "exit_code_1";
}

/** `=== Results: N passed, N failed, N skipped ===`: the line that ends a run (contract, section 5). */
export function resultsLine(report: DrillReport): string {
  const { passed, failed, skipped } = totalsOf(report);
  return `=== Results: ${passed} passed, ${failed} failed, ${skipped} skipped ===`;
}
