import type { CheckResult } from "../drill/results.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { printable } from "../syncer/printable.js";
import { FETCH_ERROR_REASONS } from "../syncer/sync-result.js";
import type { Process } from "./feed-history.js";

/** What the check of the counters is called, and what it expects. */
export const COUNTERS_CHECK = {
  label: "the counters say what the answers said",
  stage: "counted",
  expected: "each as often",
} as const;

/** Whether the counters of each process say how often each rule was found and each reason met. */
export function countersCheck(processes: readonly Process[], prefix: string): CheckResult {
  const off = processes.flatMap((process) => offIn(process, prefix));
  const [first, ...more] = off;
  if (first === undefined) return { ...COUNTERS_CHECK, status: "passed", actual: COUNTERS_CHECK.expected };
  const actual = printable(`${first}${more.length === 0 ? "" : `; and ${more.length} more`}`);
  return { ...COUNTERS_CHECK, status: "failed", actual };
}

function offIn({ lastLine, replies, metrics }: Process, prefix: string): string[] {
  const rules = replies.flatMap(({ mismatches }) => mismatches.map(({ rule }) => rule));
  const reasons = replies.flatMap(({ error }) => (error === null ? [] : [error]));
  const counters = [
    ...MISMATCH_RULES.map((rule) => ["mismatches_total", "rule", rule, timesIn(rules, rule)] as const),
    ...FETCH_ERROR_REASONS.map(
      (reason) => ["errors_total", "reason", reason, timesIn(reasons, reason)] as const,
    ),
  ];
  return counters.flatMap(([name, label, word, times]) => {
    const said = metrics.valueOf(`${prefix}_${name}`, [label, word]);
    // A rule that a syncer does not have has no counter.
    if (said === String(times) || (times === 0 && said === "absent")) return [];
    return [`after line ${lastLine}: ${prefix}_${name}{${label}="${word}"} ${said}, not ${times}`];
  });
}

function timesIn(words: readonly string[], word: string): number {
  return words.filter((one) => one === word).length;
}
