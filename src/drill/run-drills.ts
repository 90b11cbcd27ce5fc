import { messageOf } from "../errors.js";
import { printable } from "../syncer/printable.js";
import { type Drill, PROVEN } from "./drill.js";
import type { DrilledSyncer } from "./drilled-syncer.js";
import type { DrillResult } from "./results.js";
import { runOneDrill } from "./run-one-drill.js";

/** The results of a row of drills, and why the syncer stopped answering, where it did. */
export interface DrillRun {
  readonly drills: readonly DrillResult[];
  readonly brokeOff: string | null;
}

/**
 * Runs the drills one after the other. A drill that fails never stops the others; a syncer that breaks off is
 * not called again, so the drills after it are skipped and say why.
 */
export async function runDrills(
  drills: readonly Drill[],
  syncer: DrilledSyncer,
  prefix: string,
): Promise<DrillRun> {
  const results: DrillResult[] = [];
  let brokeOff: string | null = null;
  for (const drill of drills) {
    if (brokeOff !== null) {
      results.push(withoutReply(drill, "skipped", `the syncer broke off before: ${brokeOff}`));
      continue;
    }
    if (drill.needs !== undefined && !(syncer.takes ?? []).includes(drill.needs)) {
      results.push(withoutReply(drill, "skipped", `the syncer takes no ${drill.needs}`));
      continue;
    }
    try {
      results.push(await runOneDrill(drill, syncer, prefix));
    } catch (error) {
      brokeOff = printable(messageOf(error));
      results.push(withoutReply(drill, "failed", `the syncer broke off: ${brokeOff}`));
    }
  }
  return { drills: results, brokeOff: brokeOff ?? (await endOf(syncer)) };
}

async function endOf(syncer: DrilledSyncer): Promise<string | null> {
  try {
    await syncer.end?.();
    return null;
  } catch (error) {
    return printable(messageOf(error));
  }
}

function withoutReply(drill: Drill, status: "failed" | "skipped", actual: string): DrillResult {
  return {
    id: drill.id,
    title: drill.title,
    injected: drill.injected,
    caught: [],
    counted: [],
    checks: drill.checks.map((check) =>
      check === PROVEN
        ? {
            label: `proven: ${drill.proves}`,
            stage: "found",
            status,
            expected: "every condition holds",
            actual,
          }
        : { label: check.label, stage: check.stage, status, expected: check.expected, actual },
    ),
    provenMarker: null,
    metricLines: [],
    files: new Map([[`drill_${drill.id}_log.txt`, `${actual}\n`]]),
  };
}
