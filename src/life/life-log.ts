import { renderCheck } from "../drill/check-text.js";
import type { CheckResult } from "../drill/results.js";
import { printable } from "../syncer/printable.js";
import type { JudgedDay, LifeRun } from "./life-checks.js";
import type { Planted } from "./plan.js";

/** The text of `drill_life_log.txt`: what each day was given and when it had to be found, then the checks. */
export function renderLifeLog(
  run: LifeRun,
  checks: readonly CheckResult[],
  provenMarker: string | null,
): string {
  const lines = [
    `Days of trading, seed ${run.seed}`,
    "",
    ...run.days.flatMap(dayLines),
    ...checks.flatMap(renderCheck),
    ...(provenMarker === null ? [] : [provenMarker]),
  ];
  return `${lines.join("\n")}\n`;
}

function dayLines({ number, day }: JudgedDay): string[] {
  const { steps, planted } = day;
  const failed = steps.filter(({ answer }) => typeof answer === "string").length;
  const restarts = steps.filter(({ restart }) => restart).length;
  const [first, last] = [steps[0]?.at ?? 0, steps.at(-1)?.at ?? 0];
  return [
    `day ${number}: ${steps.length} syncs from ${first} to ${last}, ${failed} failed fetches, ${restarts} restarts`,
    ...planted.map(plantedLine).map(printable),
    "",
  ];
}

// Syncs are counted from 1, as people do.
function plantedLine({ kind, row, from, due, healed }: Planted): string {
  return `  sync ${from + 1}: ${kind.name} (${row}); ${kind.foundBy} at sync ${due + 1}; healed at sync ${healed + 1}`;
}
