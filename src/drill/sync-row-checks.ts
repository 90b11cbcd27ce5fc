import { canonicalJson } from "../syncer/canonical-json.js";
import { MISMATCH_RULES, type MismatchRule, RUNBOOK_RULES } from "../syncer/mismatch-rules.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";
import type { Check } from "./check.js";
import { type Deviation, findingDeviations, LAST_TS } from "./deviation.js";
import type { SyncReply, SyncRequest } from "./drilled-syncer.js";
import { later } from "./later.js";
import { countersAre } from "./metrics-checks.js";

/** What one sync has to come to. */
export interface ExpectedSync {
  /** The rules that fire, in the order of the contract, each as often as it fires; none where left out. */
  readonly found?: readonly MismatchRule[];
  /** The syncer's last ts afterwards, in Unix ms. */
  readonly lastTs: number;
  /** Where the fetch fails. */
  readonly error?: FetchErrorReason;
}

/** Verdict, findings, error and last ts of every sync, and the mismatch counters of these rules in the end. */
export function syncsAre(
  expected: readonly ExpectedSync[],
  prefix: string,
  rules: readonly MismatchRule[] = RUNBOOK_RULES,
): Check[] {
  const found = expected.flatMap((sync) => sync.found ?? []);
  return [
    ofEachSync("verdict of each sync", expected.map(verdictOf), ({ ok }) => (ok ? "ok" : "not ok")),
    ofEachSync(
      "findings of each sync",
      expected.map((sync) => listOf(sync.found ?? [])),
      ({ mismatches }) => listOf(mismatches.map(({ rule }) => rule)),
      (replies) =>
        expected.flatMap(({ found = [] }, at) => {
          const came = replies[at]?.mismatches.map(({ rule }) => rule) ?? [];
          return findingDeviations(found, came, MISMATCH_RULES);
        }),
    ),
    ofEachSync(
      "error of each sync",
      expected.map((sync) => sync.error ?? "none"),
      ({ error }) => error ?? "none",
      () => [{ kind: "other", what: "a failed fetch is told as another error" }],
    ),
    ofEachSync(
      "last_ts after each sync",
      expected.map(({ lastTs }) => String(lastTs)),
      ({ lastTs }) => String(lastTs),
      () => [LAST_TS],
    ),
    countersAre(found, prefix, undefined, rules),
  ];
}

/** The snapshots that were fed are what they were. Where a syncer only gets a copy, it cannot change them. */
export function inputsAreUnchanged(steps: readonly SyncRequest[]): Check {
  const render = () => steps.map(({ snapshot }) => canonicalJson(snapshot));
  const before = render();
  return {
    label: "the snapshots that were fed are unchanged",
    stage: "found",
    expected: "none changed",
    actual: ({ exchanges = [] }) => {
      const asFed = render();
      const changed = steps.flatMap((step, index) => {
        const isSame = exchanges
          .filter((one) => one.step === index)
          .every(
            ({ request, shift }) =>
              canonicalJson(request.snapshot) === canonicalJson(later(step, shift).snapshot),
          );
        return isSame && asFed[index] === before[index] ? [] : [`sync ${index + 1}`];
      });
      return changed.length === 0 ? "none changed" : `changed: ${changed.join(", ")}`;
    },
  };
}

function verdictOf({ found = [], error }: ExpectedSync): string {
  return found.length === 0 && error === undefined ? "ok" : "not ok";
}

function ofEachSync(
  label: string,
  expected: readonly string[],
  read: (reply: SyncReply) => string,
  differs: (replies: readonly SyncReply[]) => readonly Deviation[] = () => [],
): Check {
  return {
    label,
    stage: "found",
    expected: expected.join(" | "),
    actual: ({ replies }) => replies.map(read).join(" | "),
    deviations: ({ replies }) => differs(replies),
  };
}

function listOf(rules: readonly string[]): string {
  return rules.length === 0 ? "none" : rules.join(", ");
}
