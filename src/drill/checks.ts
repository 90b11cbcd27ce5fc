import type { MismatchRule } from "../syncer/mismatch-rules.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";
import type { Check, Observation } from "./check.js";
import type { SyncReply } from "./drilled-syncer.js";

/** The sync of this step (from 0) says ok, or not ok. */
export function syncIs(verdict: "ok" | "not ok", step = 0, label = `sync is ${verdict}`): Check {
  return {
    label,
    stage: "found",
    expected: verdict,
    actual: atStep(step, ({ ok }) => (ok ? "ok" : "not ok")),
  };
}

/** The sync of this step reported this many mismatches. */
export function mismatchCountIs(count: number, step = 0): Check {
  return {
    label: `${count} ${count === 1 ? "mismatch" : "mismatches"}`,
    stage: "found",
    expected: String(count),
    actual: atStep(step, ({ mismatches }) => String(mismatches.length)),
  };
}

/** The sync of this step reported this rule at least once. */
export function ruleIsPresent(rule: MismatchRule, step = 0): Check {
  return {
    label: `${rule} present`,
    stage: "found",
    expected: rule,
    actual: atStep(step, (reply) => (rulesOf(reply).includes(rule) ? rule : namesOf(reply))),
  };
}

/** The sync of this step reported exactly these rules, in any order. */
export function findingsAre(rules: readonly MismatchRule[], step = 0): Check {
  return {
    label: "exactly the injected faults are found",
    stage: "found",
    expected: listOf(rules),
    actual: atStep(step, namesOf),
  };
}

/** The findings of this step name what was injected, and nothing that is healthy. */
export function findingsName(flagged: string, notFlagged: string, step: number): Check {
  return {
    label: `${flagged} flagged, ${notFlagged} not flagged`,
    stage: "found",
    expected: `${flagged}: flagged, ${notFlagged}: not flagged`,
    actual: atStep(step, (reply) =>
      [flagged, notFlagged].map((id) => `${id}: ${isNamed(reply, id)}`).join(", "),
    ),
  };
}

/** The syncer's last ts after this step, in Unix ms. */
export function lastTsIs(ms: number, step = 0, label = `last_ts is ${ms}`): Check {
  return {
    label,
    stage: "found",
    expected: String(ms),
    actual: atStep(step, ({ lastTs }) => String(lastTs)),
  };
}

/** The mismatch counter of one rule. */
export function counterIs(rule: MismatchRule, count: number, prefix: string): Check {
  const series = `${prefix}_mismatches_total`;
  return {
    label: `counter ${rule} is ${count}`,
    stage: "counted",
    expected: String(count),
    actual: ({ metrics }) => metrics.valueOf(series, ["rule", rule]),
  };
}

/** The error counter of one reason. */
export function errorCounterIs(reason: FetchErrorReason, count: number, prefix: string): Check {
  const series = `${prefix}_errors_total`;
  return {
    label: `counter ${reason} is ${count}`,
    stage: "counted",
    expected: String(count),
    actual: ({ metrics }) => metrics.valueOf(series, ["reason", reason]),
  };
}

/** A gauge without labels. */
export function gaugeIs(name: string, value: number, prefix: string): Check {
  return {
    label: `gauge ${name} is ${value}`,
    stage: "counted",
    expected: String(value),
    actual: ({ metrics }) => metrics.valueOf(`${prefix}_${name}`),
  };
}

/** Some line of the metrics text starts with each of these; what is missing is named. */
export function linesArePresent(label: string, patterns: readonly string[]): Check {
  return {
    label,
    stage: "exposed",
    expected: "none missing",
    actual: ({ metrics }) => {
      const missing = patterns.filter((pattern) => !metrics.hasLine(pattern));
      return missing.length === 0 ? "none missing" : `missing: ${missing.join(", ")}`;
    },
  };
}

function atStep(step: number, read: (reply: SyncReply) => string): Check["actual"] {
  return ({ replies }: Observation) => {
    const reply = replies[step];
    return reply === undefined ? "no reply" : read(reply);
  };
}

function rulesOf(reply: SyncReply): string[] {
  return reply.mismatches.map(({ rule }) => rule);
}

function namesOf(reply: SyncReply): string {
  return listOf(rulesOf(reply));
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? "none" : [...names].sort().join(", ");
}

function isNamed(reply: SyncReply, id: string): string {
  return reply.mismatches.some(({ detail }) => detail.includes(id)) ? "flagged" : "not flagged";
}
