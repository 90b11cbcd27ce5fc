import { messageOf } from "../errors.js";
import { printable } from "../syncer/printable.js";
import type { Drill } from "./drill.js";
import type { DrilledSyncer } from "./drilled-syncer.js";
import type { ExpectedFailures } from "./expected-failures.js";
import type { DrillResult } from "./results.js";
import { runOneDrill } from "./run-one-drill.js";
import { withoutReply } from "./without-reply.js";

const BROKE_OFF = [{ kind: "broke_off" }] as const;

/** The results of a row of drills, and why the syncer stopped answering, where it did. */
export interface DrillRun {
  readonly drills: readonly DrillResult[];
  readonly brokeOff: string | null;
}

/**
 * Runs the drills one after the other. A drill that fails never stops the others; a syncer that breaks off is
 * not called again, so the drills after it are skipped and say why.
 *
 * @param listed checks that may fail.
 */
export async function runDrills(
  drills: readonly Drill[],
  syncer: DrilledSyncer,
  prefix: string,
  listed?: ExpectedFailures,
): Promise<DrillRun> {
  const results: DrillResult[] = [];
  let brokeOff: string | null = null;
  for (const drill of drills) {
    if (brokeOff !== null) {
      results.push(withoutReply(drill, "skipped", `the syncer broke off before: ${brokeOff}`, BROKE_OFF));
      continue;
    }
    try {
      results.push(await runOneDrill(drill, syncer, prefix, listed));
    } catch (error) {
      brokeOff = printable(messageOf(error));
      results.push(withoutReply(drill, "failed", `the syncer broke off: ${brokeOff}`, BROKE_OFF));
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
