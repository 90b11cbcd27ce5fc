import { canonicalJson } from "../syncer/canonical-json.js";
import { MISMATCH_RULES, type MismatchRule } from "../syncer/mismatch-rules.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";
import type { Check } from "./check.js";
import type { SyncReply, SyncRequest } from "./drilled-syncer.js";
import { expositionFaults } from "./exposition-faults.js";

/** What one sync has to come to. */
export interface ExpectedSync {
  /** The rules that fire, in the order of the contract, each as often as it fires; none where left out. */
  readonly found?: readonly MismatchRule[];
  /** The syncer's last ts afterwards, in Unix ms. */
  readonly lastTs: number;
  /** Where the fetch fails. */
  readonly error?: FetchErrorReason;
}

/** Verdict, findings, error and last ts of every sync, and the mismatch counters in the end. */
export function syncsAre(expected: readonly ExpectedSync[], prefix: string): Check[] {
  const found = expected.flatMap((sync) => sync.found ?? []);
  return [
    ofEachSync("verdict of each sync", expected.map(verdictOf), ({ ok }) => (ok ? "ok" : "not ok")),
    ofEachSync(
      "findings of each sync",
      expected.map((sync) => listOf(sync.found ?? [])),
      ({ mismatches }) => listOf(mismatches.map(({ rule }) => rule)),
    ),
    ofEachSync(
      "error of each sync",
      expected.map((sync) => sync.error ?? "none"),
      ({ error }) => error ?? "none",
    ),
    ofEachSync(
      "last_ts after each sync",
      expected.map(({ lastTs }) => String(lastTs)),
      ({ lastTs }) => String(lastTs),
    ),
    countersAre(found, prefix),
  ];
}

/** The mismatch counters of all four rules, given what was found in all. */
export function countersAre(found: readonly MismatchRule[], prefix: string, afterSyncs?: number): Check {
  const countOf = (rule: MismatchRule) => found.filter((one) => one === rule).length;
  const when = afterSyncs === undefined ? "" : ` after ${afterSyncs} syncs`;
  return {
    label: `mismatch counters of all rules${when}`,
    stage: "counted",
    expected: MISMATCH_RULES.map((rule) => `${rule} ${countOf(rule)}`).join(", "),
    actual: ({ metrics, scrapes }) => {
      const read = afterSyncs === undefined ? metrics : scrapes?.get(afterSyncs);
      const value = (rule: string) =>
        read?.valueOf(`${prefix}_mismatches_total`, ["rule", rule]) ?? "no reading";
      return MISMATCH_RULES.map((rule) => `${rule} ${value(rule)}`).join(", ");
    },
  };
}

/** The gauges without labels that are named, together. */
export function gaugesAre(gauges: Readonly<Record<string, number>>, prefix: string): Check {
  const names = Object.keys(gauges);
  return {
    label: `gauges ${names.join(", ")}`,
    stage: "counted",
    expected: names.map((name) => `${name} ${gauges[name]}`).join(", "),
    actual: ({ metrics }) =>
      names.map((name) => `${name} ${metrics.valueOf(`${prefix}_${name}`)}`).join(", "),
  };
}

/** A gauge without labels, read after so many syncs. */
export function gaugeAfter(syncs: number, name: string, value: number, prefix: string): Check {
  return {
    label: `gauge ${name} is ${value} after ${syncs} ${syncs === 1 ? "sync" : "syncs"}`,
    stage: "counted",
    expected: String(value),
    actual: ({ scrapes }) => scrapes?.get(syncs)?.valueOf(`${prefix}_${name}`) ?? "no reading",
  };
}

/** The metrics text is one that a scraper takes whole. */
export function expositionIsValid(): Check {
  return {
    label: "the metrics text is valid",
    stage: "exposed",
    expected: "no fault",
    actual: ({ metrics }) => expositionFaults(metrics.text).slice(0, 3).join("; ") || "no fault",
  };
}

/** The findings of a sync (from 0) that name this id or symbol are this many. */
export function namedTimes(name: string, times: number, step: number): Check {
  return {
    label: `sync ${step + 1} names ${name} ${times} ${times === 1 ? "time" : "times"}`,
    stage: "found",
    expected: String(times),
    actual: ({ replies }) =>
      String(replies[step]?.mismatches.filter(({ detail }) => detail.includes(name)).length ?? "no reply"),
  };
}

/** The snapshots that were fed are what they were. Where a syncer only gets a copy, it cannot change them. */
export function inputsAreUnchanged(steps: readonly SyncRequest[]): Check {
  const render = () => steps.map(({ snapshot }) => canonicalJson(snapshot));
  const before = render();
  return {
    label: "the snapshots that were fed are unchanged",
    stage: "found",
    expected: "none changed",
    actual: () => {
      const changed = render().flatMap((text, index) =>
        text === before[index] ? [] : [`sync ${index + 1}`],
      );
      return changed.length === 0 ? "none changed" : `changed: ${changed.join(", ")}`;
    },
  };
}

function verdictOf({ found = [], error }: ExpectedSync): string {
  return found.length === 0 && error === undefined ? "ok" : "not ok";
}

function ofEachSync(label: string, expected: readonly string[], read: (reply: SyncReply) => string): Check {
  return {
    label,
    stage: "found",
    expected: expected.join(" | "),
    actual: ({ replies }) => replies.map(read).join(" | "),
  };
}

function listOf(rules: readonly string[]): string {
  return rules.length === 0 ? "none" : rules.join(", ");
}
