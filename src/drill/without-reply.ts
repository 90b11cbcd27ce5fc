import { isRecord } from "../syncer/field-reader.js";
import { TELLABLE } from "../syncer/known.js";
import { type Drill, PROVEN } from "./drill.js";
import type { DrilledSyncer, SyncRequest } from "./drilled-syncer.js";
import type { CheckResult, DrillResult, Stage } from "./results.js";
import { TAKEN_BY_ALL } from "./taken.js";

/** The result of a drill whose checks could not be held against anything, and why. */
export function withoutReply(
  drill: Drill,
  status: "failed" | "skipped",
  actual: string,
  deviations?: CheckResult["deviations"],
): DrillResult {
  const resultOf = (label: string, stage: Stage, expected: string): CheckResult => ({
    label,
    stage,
    status,
    expected,
    actual,
    ...(deviations !== undefined && { deviations }),
  });
  return {
    id: drill.id,
    title: drill.title,
    injected: drill.injected,
    caught: [],
    counted: [],
    checks: drill.checks.map((check) =>
      check === PROVEN
        ? resultOf(`proven: ${drill.proves}`, "found", "every condition holds")
        : resultOf(check.label, check.stage, check.expected),
    ),
    provenMarker: null,
    metricLines: [],
    files: new Map([[`drill_${drill.id}_log.txt`, `${actual}\n`]]),
  };
}

/** Why a drill is not asked of a syncer that does not take what the drill tells it; null where it takes all of it. */
export function untakenBy(
  { takes = TAKEN_BY_ALL }: DrilledSyncer,
  { steps }: Pick<Drill, "steps">,
): string | null {
  const told = new Set(steps.flatMap(toldIn));
  const untaken = TELLABLE.filter((one) => told.has(one) && !takes.includes(one));
  return untaken.length === 0 ? null : `the syncer takes no ${untaken.join(", ")}`;
}

function toldIn({ knownOrderIds, expected = null }: SyncRequest): readonly string[] {
  if (isRecord(expected)) return Object.keys(expected);
  return knownOrderIds === null ? [] : ["order_ids"];
}
