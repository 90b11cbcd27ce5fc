import { type Check, evaluate, type Observation } from "./check.js";
import { type Drill, PROVEN } from "./drill.js";
import { renderDrillLog } from "./drill-log.js";
import type { DrilledSyncer, SyncReply } from "./drilled-syncer.js";
import { MetricsText } from "./metrics-text.js";
import type { CheckResult, DrillResult } from "./results.js";

/**
 * Resets the syncer, feeds it the drill's steps and holds what came against the checks.
 *
 * @throws whatever the syncer rejects with.
 */
export async function runOneDrill(drill: Drill, syncer: DrilledSyncer, prefix: string): Promise<DrillResult> {
  await syncer.reset(drill.now);
  const replies: SyncReply[] = [];
  const scrapes = new Map<number, MetricsText>();
  for (const step of drill.steps) {
    replies.push(await syncer.sync(step));
    if (drill.scrapedAfter?.includes(replies.length) === true) {
      scrapes.set(replies.length, new MetricsText(await syncer.metrics(step.now)));
    }
  }
  const metrics = new MetricsText(await syncer.metrics(drill.now));
  return judge(drill, { replies, metrics, scrapes }, prefix);
}

function judge(drill: Drill, seen: Observation, prefix: string): DrillResult {
  const conditions = [...drill.checks.filter(isCheck), ...drill.proof];
  const missed = conditions.filter((check) => evaluate(check, seen).status !== "passed");
  const provenMarker = missed.length === 0 ? `drill_${drill.id}_PROVEN: ${drill.proves}` : null;
  const checks = drill.checks.map((check) =>
    isCheck(check) ? evaluate(check, seen) : proofResult(drill, missed),
  );
  const { replies, metrics } = seen;
  const caught = replies.flatMap(({ mismatches }) => mismatches.map(({ rule }) => rule));
  const count = (rule: string) => metrics.valueOf(`${prefix}_mismatches_total`, ["rule", rule]);
  const log = renderDrillLog(drill, replies, checks, provenMarker);
  const metricsFile = [`drill_${drill.id}_metrics.txt`, metrics.text] as const;
  return {
    id: drill.id,
    title: drill.title,
    injected: drill.injected,
    caught,
    counted: [...new Set(caught)].map(count),
    checks,
    provenMarker,
    metricLines: drill.shows.map(([name, label]) => metrics.lineOf(`${prefix}_${name}`, label)),
    files: new Map(drill.hasLog ? [[`drill_${drill.id}_log.txt`, log], metricsFile] : [metricsFile]),
  };
}

function proofResult(drill: Drill, missed: readonly Check[]): CheckResult {
  const expected = "every condition of the drill holds";
  const actual = `missed: ${missed.map(({ label }) => label).join("; ")}`;
  const label = `proven: ${drill.proves}`;
  const stage = missed[0]?.stage ?? "found";
  return missed.length === 0
    ? { label, stage, status: "passed", expected, actual: expected }
    : { label, stage, status: "failed", expected, actual };
}

function isCheck(check: Check | typeof PROVEN): check is Check {
  return check !== PROVEN;
}
