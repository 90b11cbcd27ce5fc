import { withoutCreated } from "../drill/created-series.js";
import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import { asListed, type ExpectedFailures } from "../drill/expected-failures.js";
import type { DrillResult } from "../drill/results.js";
import type { Taken } from "../drill/taken.js";
import { DrillError, messageOf } from "../errors.js";
import type { Settle } from "../syncer/settling.js";
import { type Day, makeDay } from "./day.js";
import { countersOff, deviationsOf } from "./deviations.js";
import { CATALOGUE } from "./divergences/catalogue.js";
import { type Fed, feed } from "./feed.js";
import { type JudgedDay, type LifeRun, lifeChecks } from "./life-checks.js";
import { renderLifeLog } from "./life-log.js";
import { LIFE_ID, LIFE_TITLE } from "./life-names.js";
import { type LeftOfMistake, leftOfMistake, type Patience, suspectOf } from "./mistake-files.js";
import { plantedAt } from "./plan.js";
import { Tally } from "./tally.js";
import { WireForm } from "./wire-form.js";

/** Which days to put a syncer through. */
export interface LifePlan {
  readonly seed: number;
  /** Days with divergences; one more, a healthy one, goes before them. */
  readonly days: number;
  readonly syncsADay: number;
  readonly settle: Settle;
  readonly takes: readonly Taken[];
  /** The prefix of the syncer's metric names. */
  readonly prefix: string;
  /** Checks that may fail. */
  readonly listed?: ExpectedFailures;
  /** How long the shortest history is sought where it fails. */
  readonly patience: Patience;
}

/**
 * Puts a syncer through days of trading. Where it fails, the result's files hold the shortest history on which it does, and
 * the answers before and after its first mistake.
 *
 * @throws DrillError `syncer_broke_off` that names day and sync.
 */
export async function runLife(plan: LifePlan, syncer: DrilledSyncer): Promise<DrillResult> {
  const days: JudgedDay[] = [];
  const tally = new Tally(plan.prefix);
  for (let number = 0; number <= plan.days; number++) {
    const day = makeDay(dayOptions(plan, number));
    const fed = await feedDay(day, number, plan, syncer);
    const expected = truthOf(day);
    const deviations = deviationsOf(fed.replies, expected);
    days.push({ number, day, deviations, counters: countersOff(fed, expected, plan.prefix) });
    tally.add(fed);
  }
  const left = await leftOfMistake(days, suspectOf(syncer, plan), plan.patience);
  return resultOf({ seed: plan.seed, days, takes: plan.takes }, plan.listed, tally, left);
}

async function feedDay(
  { steps }: Day,
  number: number,
  { seed, takes }: LifePlan,
  syncer: DrilledSyncer,
): Promise<Fed> {
  try {
    return await feed(steps, syncer, new WireForm(), takes.includes("last_ts"));
  } catch (cause) {
    throw new DrillError("syncer_broke_off", `seed ${seed}, day ${number}, ${messageOf(cause)}`, { cause });
  }
}

function dayOptions({ seed, syncsADay, settle, takes }: LifePlan, number: number) {
  const asked = CATALOGUE.filter(({ needs }) => needs.every((part) => takes.includes(part)));
  return { seed, day: number, syncs: syncsADay, settle, takes, divergences: number === 0 ? [] : asked };
}

// Where nothing is planted nothing may be found, however short the grace is that the syncer takes for enough.
function truthOf(day: Day): Day["expected"] {
  return day.expected.map((wanted, sync) =>
    plantedAt(day, sync) === undefined ? { ...wanted, findings: [] } : wanted,
  );
}

function resultOf(
  run: LifeRun,
  listed: ExpectedFailures | undefined,
  tally: Tally,
  left: LeftOfMistake,
): DrillResult {
  const raw = lifeChecks(run);
  const checks = listed === undefined ? raw : raw.map((check) => asListed(check, LIFE_ID, listed));
  const passed = raw.every(({ status }) => status !== "failed");
  const planted = run.days.flatMap(({ day }) => day.planted);
  const proves = `${planted.length} divergences found in time, silent on healthy accounts`;
  const provenMarker = passed ? `drill_life_PROVEN: ${proves}` : null;
  const { text, leftOut } = withoutCreated(tally.metricsText);
  const syncs = run.days.reduce((sum, { day }) => sum + day.steps.length, 0);
  return {
    id: LIFE_ID,
    title: LIFE_TITLE,
    injected: `${planted.length} divergences in ${run.days.length} days, ${syncs} syncs, seed ${run.seed}`,
    caught: tally.caught,
    counted: tally.counted,
    checks,
    provenMarker,
    metricLines: tally.metricLines,
    files: new Map([
      ["drill_life_log.txt", renderLifeLog(run, checks, provenMarker)],
      ["drill_life_metrics.txt", text],
      ...left.files,
    ]),
    notes: [
      ...left.notes,
      ...(leftOut.length === 0
        ? []
        : [`left out of the metrics that are kept, as they hold the wall clock: ${leftOut.join(", ")}`]),
    ],
  };
}
