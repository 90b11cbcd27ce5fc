import { type Check, evaluate, type Observation } from "../../src/drill/check.js";
import type { SyncReply } from "../../src/drill/drilled-syncer.js";
import { MetricsText } from "../../src/drill/metrics-text.js";
import { type MismatchRule, RUNBOOK_RULES } from "../../src/syncer/mismatch-rules.js";

/** The reply to a clean sync; `different` says what is different. */
export function reply(different: Partial<SyncReply> = {}): SyncReply {
  return { ok: true, mismatches: [], error: null, lastTs: 2000, ...different };
}

/** A reply that reports one finding of each of these rules. */
export function replyWith(...rules: readonly string[]): SyncReply {
  return reply({ ok: false, mismatches: rules.map((rule) => ({ rule, detail: `found by ${rule}` })) });
}

/** What a drill saw: these replies, and this metrics text. */
export function seen(replies: readonly SyncReply[], metrics = ""): Observation {
  return { replies, metrics: new MetricsText(metrics) };
}

/** What a check says, in the order of its fields. */
export function told(check: Check, what: Observation): string[] {
  const { label, stage, status, expected, actual } = evaluate(check, what);
  return [label, stage, status, expected, actual];
}

/** Replies and a metrics text to hold checks against. */
export const CLEAN = reply();
export const NOT_OK = reply({ ok: false });
export const BOTH = replyWith("negative_qty", "duplicate_key");
export const NAMING = reply({
  mismatches: [
    { rule: "orphan_order", detail: 'order "bad_1" is not known' },
    { rule: "orphan_order", detail: "another" },
  ],
});
export const METRICS = `# HELP p_last_ts Help
p_last_ts 2000.0
p_mismatches_total{rule="orphan_order"} 1
p_errors_total{reason="timeout"} 3
`;

/** Two duplicates and an orphan, as the counters show it and as a check of all of them says it. */
const COUNTS: Partial<Record<MismatchRule, number>> = { duplicate_key: 2, orphan_order: 1 };
export const COUNTERS = RUNBOOK_RULES.map(
  (rule) => `p_mismatches_total{rule="${rule}"} ${COUNTS[rule] ?? 0}\n`,
).join("");
export const COUNTED = RUNBOOK_RULES.map((rule) => `${rule} ${COUNTS[rule] ?? 0}`).join(", ");
