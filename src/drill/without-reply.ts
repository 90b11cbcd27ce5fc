import type { Tellable } from "../syncer/known.js";
import { type Drill, PROVEN } from "./drill.js";
import type { DrilledSyncer } from "./drilled-syncer.js";
import type { CheckResult, DrillResult, Stage } from "./results.js";

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
export function untakenBy({ takes = ["order_ids"] }: DrilledSyncer, { steps, needs }: Drill): string | null {
  const areTold = steps.some(({ knownOrderIds }) => knownOrderIds !== null);
  const told: Tellable[] = [
    ...(areTold ? ["order_ids" as const] : []),
    ...(needs === undefined ? [] : [needs]),
  ];
  const untaken = told.filter((one) => !takes.includes(one));
  return untaken.length === 0 ? null : `the syncer takes no ${untaken.join(", ")}`;
}
