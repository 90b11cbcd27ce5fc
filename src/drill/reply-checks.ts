import { MISMATCH_RULES, type MismatchRule } from "../syncer/mismatch-rules.js";
import type { Check, Observation } from "./check.js";
import { type Deviation, findingDeviations, LAST_TS, UNNAMED_ROW } from "./deviation.js";
import type { SyncReply } from "./drilled-syncer.js";

/** The sync of this step (from 0) says ok, or not ok. */
export function syncIs(verdict: "ok" | "not ok", step = 0, label = `sync is ${verdict}`): Check {
  return ofReply(label, verdict, step, ({ ok }) => (ok ? "ok" : "not ok"));
}

/** The sync of this step reported this many mismatches. */
export function mismatchCountIs(count: number, step = 0): Check {
  const label = `${count} ${count === 1 ? "mismatch" : "mismatches"}`;
  return ofReply(label, String(count), step, ({ mismatches }) => String(mismatches.length));
}

/** The sync of this step reported this rule at least once. */
export function ruleIsPresent(rule: MismatchRule, step = 0): Check {
  const read = (reply: SyncReply) => (rulesOf(reply).includes(rule) ? rule : sorted(rulesOf(reply)));
  return ofReply(`${rule} present`, rule, step, read, () => [{ kind: "missed", rule }]);
}

/** The sync of this step reported exactly these rules, in any order. */
export function findingsAre(rules: readonly MismatchRule[], step = 0): Check {
  const label = "exactly the injected faults are found";
  return ofReply(
    label,
    sorted(rules),
    step,
    (reply) => sorted(rulesOf(reply)),
    (reply) => findingDeviations(rules, rulesOf(reply), MISMATCH_RULES),
  );
}

/** The findings of this step name what was injected, and nothing that is healthy. */
export function findingsName(flagged: string, notFlagged: string, step: number): Check {
  const label = `${flagged} flagged, ${notFlagged} not flagged`;
  const read = (reply: SyncReply) =>
    [flagged, notFlagged]
      .map((id) => `${id}: ${timesNamed(reply, id) > 0 ? "flagged" : "not flagged"}`)
      .join(", ");
  return ofReply(label, `${flagged}: flagged, ${notFlagged}: not flagged`, step, read, detailDeviations);
}

/** The findings of this step that name this id or symbol are this many. */
export function namedTimes(name: string, times: number, step: number): Check {
  const label = `sync ${step + 1} names ${name} ${times} ${times === 1 ? "time" : "times"}`;
  return ofReply(label, String(times), step, (reply) => String(timesNamed(reply, name)), detailDeviations);
}

/** The syncer's last ts after this step, in Unix ms. */
export function lastTsIs(ms: number, step = 0, label = `last_ts is ${ms}`): Check {
  return ofReply(
    label,
    String(ms),
    step,
    ({ lastTs }) => String(lastTs),
    () => [LAST_TS],
  );
}

function ofReply(
  label: string,
  expected: string,
  step: number,
  read: (reply: SyncReply) => string,
  differs: (reply: SyncReply) => readonly Deviation[] = () => [],
): Check {
  const of = <T>({ replies }: Observation, ask: (reply: SyncReply) => T, otherwise: T): T => {
    const reply = replies[step];
    return reply === undefined ? otherwise : ask(reply);
  };
  return {
    label,
    stage: "found",
    expected,
    actual: (seen) => of(seen, read, "no reply"),
    deviations: (seen) => of(seen, differs, []),
  };
}

function detailDeviations(): readonly Deviation[] {
  return [UNNAMED_ROW];
}

function rulesOf(reply: SyncReply): string[] {
  return reply.mismatches.map(({ rule }) => rule);
}

function sorted(names: readonly string[]): string {
  return names.length === 0 ? "none" : [...names].sort().join(", ");
}

function timesNamed(reply: SyncReply, id: string): number {
  return reply.mismatches.filter(({ detail }) => detail.includes(id)).length;
}
