import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import type { DrillResult } from "../drill/results.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import type { Settle } from "../syncer/settling.js";
import { counterexampleOf, historyText, type Suspect } from "./counterexample.js";
import { type Day, makeDay } from "./day.js";
import { countersOff, type Deviation, deviationsOf } from "./deviations.js";
import { CATALOGUE } from "./divergences/catalogue.js";
import { feed } from "./feed.js";
import { type JudgedDay, type LifeRun, lifeChecks } from "./life-checks.js";
import { renderLifeLog } from "./life-log.js";
import { plantedAt } from "./plan.js";
import type { Taken } from "./taken.js";
import { knownWire, WireForm } from "./wire-form.js";

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
}

/** What one run makes of it unless asked otherwise (the suite `life`). */
export const USUAL_DAYS = { days: 5, syncsADay: 1_000 } as const;

/**
 * Puts a syncer through days of trading. Where it fails, the result's files hold the shortest history on which it does, and
 * the answers before and after its first mistake.
 *
 * @throws whatever the syncer rejects with.
 */
export async function runLife(plan: LifePlan, syncer: DrilledSyncer): Promise<DrillResult> {
  const days: JudgedDay[] = [];
  let metricsText = "";
  for (let number = 0; number <= plan.days; number++) {
    const day = makeDay(dayOptions(plan, number));
    const fed = await feed(day.steps, syncer, new WireForm(), plan.takes.includes("last_ts"));
    const expected = truthOf(day);
    const deviations = deviationsOf(fed.replies, expected);
    days.push({ number, day, deviations, counters: countersOff(fed, expected, plan.prefix) });
    metricsText = fed.processes.at(-1)?.metrics.text ?? "";
  }
  const run = { seed: plan.seed, days, takes: plan.takes, divergences: CATALOGUE };
  const { settle, prefix } = plan;
  const suspect = { syncer, settle, prefix, takesLastTs: plan.takes.includes("last_ts") };
  return resultOf(run, metricsText, await mistakeFiles(days, suspect));
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

function resultOf(run: LifeRun, metricsText: string, mistakes: ReadonlyMap<string, string>): DrillResult {
  const checks = lifeChecks(run);
  const passed = checks.every(({ status }) => status !== "failed");
  const planted = run.days.flatMap(({ day }) => day.planted);
  const proves = `${planted.length} divergences found in time, silent on healthy accounts`;
  const provenMarker = passed ? `drill_life_PROVEN: ${proves}` : null;
  return {
    id: "life",
    title: "Days of trading",
    injected: `${planted.length} divergences in ${run.days.length - 1} days of trading`,
    caught: [],
    counted: [],
    checks,
    provenMarker,
    metricLines: [],
    files: new Map([
      ["drill_life_log.txt", renderLifeLog(run, checks, provenMarker)],
      ["drill_life_metrics.txt", metricsText],
      ...mistakes,
    ]),
  };
}

/** What is left of the first mistake: the answers before and after it, what was told, and the shortest history. */
async function mistakeFiles(
  days: readonly JudgedDay[],
  suspect: Suspect,
): Promise<ReadonlyMap<string, string>> {
  const judged = days.find(({ deviations, counters }) => deviations.length + counters.length > 0);
  const first = judged?.deviations[0] ?? judged?.counters[0];
  if (judged === undefined || first === undefined) return new Map();
  const files = around(judged.day, first);
  const counterexample = await counterexampleOf(judged.day.steps, first, suspect);
  return new Map([...files, ["life_counterexample.jsonl", historyText(counterexample)]]);
}

function around({ steps }: Day, { sync }: Deviation): [string, string][] {
  const wire = new WireForm();
  const [before, after] = [steps.slice(0, sync), steps.slice(0, sync + 1)].map((some) =>
    some.findLast(({ answer }) => typeof answer !== "string"),
  );
  return (
    [
      ["life_before.json", before],
      ["life_after.json", after],
    ] as const
  ).flatMap(([name, step]): [string, string][] => {
    if (step === undefined || typeof step.answer === "string") return [];
    const known = knownWire(step.known);
    const told: [string, string][] =
      name === "life_after.json" ? [["life_expected.json", `${canonicalJson(known)}\n`]] : [];
    return [[name, `${canonicalJson(wire.snapshot(step.answer))}\n`], ...told];
  });
}
