import type { DrillReport, DrillResult, SyncerIdentity } from "../drill/results.js";
import { hasPassed, totalsOf } from "../drill/results.js";

/** `Drill A: Clean sync`, or the guard's title. */
export function headingOf({ id, title }: DrillResult): string {
  return id.length === 1 ? `Drill ${id.toUpperCase()}: ${title}` : title;
}

/** `A`, or `guard`. */
export function letterOf({ id }: DrillResult): string {
  return id.length === 1 ? id.toUpperCase() : id;
}

/** `nothing`, or the rules that fired, in words for one cell. */
export function caughtOf({ caught }: DrillResult): string {
  return caught.length === 0 ? "nothing" : caught.join(", ");
}

/** The mismatch counters of what was caught, or `0`. */
export function countedOf({ counted }: DrillResult): string {
  return counted.length === 0 ? "0" : counted.join(", ");
}

/** True where no check of the drill failed or was skipped. */
export function drillPassed({ checks }: DrillResult): boolean {
  return checks.every(({ status }) => status === "passed");
}

/** What a reader of the evidence has to know of how it came about, each once. */
export function notesOf({ drills }: DrillReport): string[] {
  return [...new Set(drills.flatMap(({ notes = [] }) => notes))];
}

/** `passed, N of N`: the verdict in three words. */
export function verdictOf(report: DrillReport): string {
  const { passed, failed, skipped } = totalsOf(report);
  const verdict = hasPassed(report) ? "passed" : "failed";
  const without = skipped === 0 ? "" : `, ${skipped} skipped`;
  return `${verdict}, ${passed} of ${passed + failed + skipped}${without}`;
}

/** `bundled AccountSyncer 1.0.0 (TypeScript)` */
export function identityOf({ name, version, language }: SyncerIdentity): string {
  return `${name} ${version} (${language})`;
}

/** What was drilled, in a few words: `bundled example syncer`, or {@link identityOf} somebody's own. */
export function drilledOf(syncer: SyncerIdentity): string {
  return syncer.isBundled === true ? "bundled example syncer" : identityOf(syncer);
}

/** Unix ms as `2026-11-22T14:00:00Z`. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
