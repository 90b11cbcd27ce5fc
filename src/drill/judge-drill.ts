import { hasGrace } from "../syncer/settling.js";
import { type Check, evaluate } from "./check.js";
import { withoutCreated } from "./created-series.js";
import { isSaid } from "./deviation.js";
import { type Drill, PROVEN } from "./drill.js";
import { renderDrillLog } from "./drill-log.js";
import { asListed, checkName, type ExpectedFailures } from "./expected-failures.js";
import type { FedDrill } from "./feed-drill.js";
import type { CheckResult, DrillResult } from "./results.js";
import { nothingElseWhileSettling } from "./settling-checks.js";

/**
 * Holds what came against the checks of a drill.
 *
 * @param listed checks that may fail.
 */
export function judgeDrill(
  drill: Drill,
  seen: FedDrill,
  prefix: string,
  listed: ExpectedFailures,
): DrillResult {
  const { replies, metrics, exchanges, settle } = seen;
  const proof = [...drill.proof, ...(hasGrace(settle) ? [nothingElseWhileSettling(exchanges)] : [])];
  const lines = drill.checks.filter(isCheck);
  const missed = (checks: readonly Check[]) =>
    checks.filter((check) => evaluate(check, seen).status !== "passed");
  const missedLines = missed(lines);
  const said = missedLines.flatMap((check) => evaluate(check, seen).deviations ?? []);
  const missedProof = missed(proof).map((check) => evaluate(check, seen));
  const unsaid = missedProof.filter((one) => !isSaid(one.deviations ?? [], said));
  const holds = missedLines.length + missedProof.length === 0;
  const provenMarker = holds ? `drill_${drill.id}_PROVEN: ${drill.proves}` : null;
  const areListed = missedLines.every(({ label }) => listed.has(checkName(drill.id, label)));
  const checks = drill.checks
    .map((check) =>
      isCheck(check) ? evaluate(check, seen) : proofResult(drill, missedLines, unsaid, areListed),
    )
    .map((result) => asListed(result, drill.id, listed));
  const caught = replies.flatMap(({ mismatches }) => mismatches.map(({ rule }) => rule));
  const count = (rule: string) => metrics.valueOf(`${prefix}_mismatches_total`, ["rule", rule]);
  const log = renderDrillLog(drill, exchanges, checks, provenMarker, settle);
  const { text, leftOut } = withoutCreated(metrics.text);
  const metricsFile = [`drill_${drill.id}_metrics.txt`, text] as const;
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
    notes: [...seen.notes, ...createdNote(leftOut)],
  };
}

/** What has a line of its own is said there; here only what no line says. */
function proofResult(
  drill: Drill,
  missedLines: readonly Check[],
  missedProof: readonly CheckResult[],
  areListed: boolean,
): CheckResult {
  const expected = "every condition of the drill holds";
  const label = `proven: ${drill.proves}`;
  const common = {
    label,
    stage: missedLines[0]?.stage ?? missedProof[0]?.stage ?? "found",
    expected,
  } as const;
  const count = missedLines.length;
  if (count + missedProof.length === 0) return { ...common, status: "passed", actual: expected };
  const others = count === 0 ? [] : [`${count} ${count === 1 ? "check" : "checks"} of this drill`];
  const hidden = missedProof.map((one) => `${one.label} (expected ${one.expected}, got ${one.actual})`);
  const actual = `missed: ${[...hidden, ...others].join("; ")}`;
  if (areListed && hidden.length === 0)
    return { ...common, status: "skipped", actual: `${actual}, each an expected failure` };
  const deviations = missedProof.flatMap(
    (one) => one.deviations ?? [{ kind: "other" as const, what: one.label }],
  );
  return { ...common, status: "failed", actual, ...(deviations.length > 0 && { deviations }) };
}

function createdNote(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`left out of the metrics that are kept, as they hold the wall clock: ${names.join(", ")}`];
}

function isCheck(check: Check | typeof PROVEN): check is Check {
  return check !== PROVEN;
}
