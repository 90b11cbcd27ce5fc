import { messageOf } from "../errors.js";
import { printable } from "../syncer/printable.js";
import type { Drill } from "./drill.js";
import type { DrilledSyncer } from "./drilled-syncer.js";
import type { ExpectedFailures } from "./expected-failures.js";
import type { CheckResult, DrillResult } from "./results.js";
import { runOneDrill } from "./run-one-drill.js";
import { withoutReply } from "./without-reply.js";

const BROKE_OFF = [{ kind: "broke_off" }] as const;

/** The results of a row of drills, and why the syncer stopped answering, where it did. */
export interface DrillRun {
  readonly drills: readonly DrillResult[];
  readonly brokeOff: string | null;
}

/** A drill that is no row of steps, and what it comes to where the syncer broke off in it or before. */
export interface FurtherDrill {
  readonly run: (syncer: DrilledSyncer, listed: ExpectedFailures | undefined) => Promise<DrillResult>;
  readonly withoutReply: (
    status: "failed" | "skipped",
    why: string,
    deviations: CheckResult["deviations"],
  ) => DrillResult;
}

/**
 * Runs the drills one after the other. A drill that fails never stops the others; a syncer that breaks off is
 * not called again, so the drills after it are skipped and say why.
 *
 * @param listed checks that may fail.
 * @param further what is asked after the drills.
 */
export async function runDrills(
  drills: readonly Drill[],
  syncer: DrilledSyncer,
  prefix: string,
  listed?: ExpectedFailures,
  further: readonly FurtherDrill[] = [],
): Promise<DrillRun> {
  const results: DrillResult[] = [];
  let brokeOff: string | null = null;
  for (const drill of [...drills.map((one) => rowOf(one, prefix)), ...further]) {
    if (brokeOff !== null) {
      results.push(drill.withoutReply("skipped", `the syncer broke off before: ${brokeOff}`, BROKE_OFF));
      continue;
    }
    try {
      results.push(await drill.run(syncer, listed));
    } catch (error) {
      brokeOff = printable(messageOf(error));
      results.push(drill.withoutReply("failed", `the syncer broke off: ${brokeOff}`, BROKE_OFF));
    }
  }
  return { drills: results, brokeOff: brokeOff ?? (await endOf(syncer)) };
}

function rowOf(drill: Drill, prefix: string): FurtherDrill {
  return {
    run: (syncer, listed) => runOneDrill(drill, syncer, prefix, listed),
    withoutReply: (status, why, deviations) => withoutReply(drill, status, why, deviations),
  };
}

async function endOf(syncer: DrilledSyncer): Promise<string | null> {
  try {
    await syncer.end?.();
    return null;
  } catch (error) {
    return printable(messageOf(error));
  }
}
