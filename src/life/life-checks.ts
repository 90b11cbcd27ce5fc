import type { CheckResult } from "../drill/results.js";
import type { Taken } from "../drill/taken.js";
import { printable } from "../syncer/printable.js";
import { causesOf } from "./check-causes.js";
import type { Day } from "./day.js";
import type { Deviation } from "./deviations.js";
import { CATALOGUE } from "./divergences/catalogue.js";
import type { Divergence } from "./divergences/divergence.js";
import { plantedAt } from "./plan.js";

const AS_IT_MUST_BE = "as it must be";
const HEALTHY = "a healthy day is silent";
const BETWEEN = "silent in between, and once healed";
const REST = "ok, error and last_ts of every sync";
const COUNTERS = "counters exact";

/** The labels of the checks, in order. */
export const LIFE_LABELS: readonly string[] = [HEALTHY, ...CATALOGUE.map(labelOf), BETWEEN, REST, COUNTERS];

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
}

/** A deviation and the day that it was on. */
interface Dated extends Deviation {
  readonly number: number;
}

interface Asked {
  readonly stage: CheckResult["stage"];
  readonly label: string;
  /** How much was asked: `1000 syncs`. */
  readonly size: string;
}

/** Few checks that speak: healthy syncs silent, each kind found in time, silent once healed, errors and counters exact. */
export function lifeChecks(run: LifeRun): CheckResult[] {
  const { days } = run;
  const [healthy, diverged] = [days.filter(isHealthy), days.filter((day) => !isHealthy(day))];
  const found = (label: string, size: string) => ({ stage: "found", label, size }) as const;
  return [
    checked(run, found(HEALTHY, syncsOf(healthy)), offAt(healthy, "silence")),
    ...CATALOGUE.map((kind) => foundInTime(run, kind)),
    checked(run, found(BETWEEN, syncsOf(diverged)), offAt(diverged, "silence")),
    checked(run, found(REST, syncsOf(days)), offAt(days, "rest")),
    checked(
      run,
      { stage: "counted", label: COUNTERS, size: syncsOf(days) },
      days.flatMap((day) => dated(day, day.counters)),
    ),
  ];
}

function labelOf({ name, foundBy }: Divergence): string {
  return `${name}: found by ${foundBy} in time`;
}

function foundInTime({ days, takes, ...run }: LifeRun, kind: Divergence): CheckResult {
  const label = labelOf(kind);
  const lacking = kind.needs.find((part) => !takes.includes(part));
  if (lacking !== undefined) {
    const actual = `the syncer takes no ${lacking}`;
    return { label, stage: "found", status: "skipped", expected: AS_IT_MUST_BE, actual };
  }
  const times = days.reduce((sum, { day }) => sum + day.planted.filter((one) => one.kind === kind).length, 0);
  return checked(run, { stage: "found", label, size: `${times} times` }, offAt(days, kind));
}

function checked(
  { seed }: Pick<LifeRun, "seed">,
  { stage, label, size }: Asked,
  off: readonly Dated[],
): CheckResult {
  const expected = `${size}, ${AS_IT_MUST_BE}`;
  const [first, ...more] = off;
  if (first === undefined) return { label, stage, status: "passed", expected, actual: expected };
  const { number, sync, text } = first;
  const others = more.length === 0 ? "" : `; and ${more.length} more`;
  const actual = printable(`seed ${seed}, day ${number}, sync ${sync + 1}: ${text}${others}`);
  return { label, stage, status: "failed", expected, actual, deviations: causesOf(off) };
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

function syncsOf(days: readonly JudgedDay[]): string {
  return `${days.reduce((sum, { day }) => sum + day.steps.length, 0)} syncs`;
}

function dated({ number }: JudgedDay, deviations: readonly Deviation[]): Dated[] {
  return deviations.map((deviation) => ({ ...deviation, number }));
}
