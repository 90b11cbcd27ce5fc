import type { Observation } from "../../src/drill/check.js";
import type { SyncReply } from "../../src/drill/drilled-syncer.js";
import { MetricsText } from "../../src/drill/metrics-text.js";

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
