import type { CheckResult } from "../drill/results.js";
import { printable } from "../syncer/printable.js";
import type { Day } from "./day.js";
import type { Deviation } from "./deviations.js";
import type { Divergence } from "./divergences/divergence.js";
import { plantedAt } from "./plan.js";
import type { Taken } from "./taken.js";

const AS_IT_MUST_BE = "as it must be";

/** One day, and where the syncer's answers to it were not what they must be. */
export interface JudgedDay {
  /** From 0, which is the healthy one. */
  readonly number: number;
  readonly day: Day;
  readonly deviations: readonly Deviation[];
  readonly counters: readonly Deviation[];
}

/** What the checks are about. */
export interface LifeRun {
  readonly seed: number;
  readonly days: readonly JudgedDay[];
  readonly takes: readonly Taken[];
  readonly divergences: readonly Divergence[];
}

/** A deviation and the day that it was on. */
interface Dated extends Deviation {
  readonly number: number;
}

/** Few checks that speak: healthy syncs silent, each kind found in time, silent once healed, errors and counters exact. */
export function lifeChecks(run: LifeRun): CheckResult[] {
  const { days, divergences } = run;
  const [healthy, diverged] = [days.filter(isHealthy), days.filter((day) => !isHealthy(day))];
  return [
    checked(run, "found", `a healthy day is silent: ${syncsOf(healthy)} syncs`, offAt(healthy, "silence")),
    ...divergences.map((kind) => foundInTime(run, kind)),
    checked(
      run,
      "found",
      `silent in between, and once healed: ${syncsOf(diverged)} syncs`,
      offAt(diverged, "silence"),
    ),
    checked(run, "found", "ok, error and last_ts of every sync", offAt(days, "rest")),
    checked(
      run,
      "counted",
      "counters exact",
      days.flatMap((day) => dated(day, day.counters)),
    ),
  ];
}

function foundInTime({ days, takes, ...run }: LifeRun, kind: Divergence): CheckResult {
  const label = `${kind.name}: found by ${kind.foundBy} in time`;
  const lacking = kind.needs.find((part) => !takes.includes(part));
  if (lacking !== undefined) {
    const actual = `the syncer takes no ${lacking}`;
    return { label, stage: "found", status: "skipped", expected: AS_IT_MUST_BE, actual };
  }
  const times = days.reduce((sum, { day }) => sum + day.planted.filter((one) => one.kind === kind).length, 0);
  return checked(run, "found", `${label}, ${times} times`, offAt(days, kind));
}

function checked(
  { seed }: Pick<LifeRun, "seed">,
  stage: CheckResult["stage"],
  label: string,
  off: readonly Dated[],
): CheckResult {
  const [first, ...more] = off;
  if (first === undefined) {
    return { label, stage, status: "passed", expected: AS_IT_MUST_BE, actual: AS_IT_MUST_BE };
  }
  const { number, sync, text } = first;
  const others = more.length === 0 ? "" : `; and ${more.length} more`;
  const actual = printable(`seed ${seed}, day ${number}, sync ${sync + 1}: ${text}${others}`);
  return { label, stage, status: "failed", expected: AS_IT_MUST_BE, actual };
}

/** The deviations that one check is about: each belongs to one alone. */
function offAt(days: readonly JudgedDay[], place: Divergence | "silence" | "rest"): Dated[] {
  return days.flatMap((judged) =>
    dated(judged, judged.deviations).filter((deviation) => placeOf(judged, deviation) === place),
  );
}

function placeOf({ day }: JudgedDay, { sync, kind }: Deviation): Divergence | "silence" | "rest" {
  const planted = plantedAt(day, sync);
  if (planted !== undefined) return planted.kind;
  return /^(?:false|missed) /.test(kind) ? "silence" : "rest";
}

function isHealthy({ day }: JudgedDay): boolean {
  return day.planted.length === 0;
}

function syncsOf(days: readonly JudgedDay[]): number {
  return days.reduce((sum, { day }) => sum + day.steps.length, 0);
}

function dated({ number }: JudgedDay, deviations: readonly Deviation[]): Dated[] {
  return deviations.map((deviation) => ({ ...deviation, number }));
}
