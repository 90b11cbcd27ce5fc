import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";

/** What a system says of its load. */
export interface Load {
  /** The average of the last minute. */
  readonly average: number;
  /** `/proc/loadavg`, where there is one. */
  readonly text?: string;
}

const LINUX_LOAD = "/proc/loadavg";

/**
 * How many times longer than on an idle machine something may take now: what wants to run, for each core. No limit
 * in the tests stands without it, so that other work on the machine fails none of them.
 */
export function slowness({ average, text = "" }: Load = loadNow()): number {
  // What runs or waits for a core at this moment: the average comes late.
  const running = Number(/ ([0-9]+)\//.exec(text)?.[1] ?? 0);
  return Math.max(1, Math.max(running, average) / availableParallelism());
}

/** A limit that holds on an idle machine, in ms, as it stands now: in whole tenths of a second, which messages can name. */
export function patient(idleMs: number): number {
  return Math.ceil((idleMs * slowness()) / 100) * 100;
}

/** The same in whole seconds, as inputs take it. */
export function patientSeconds(idleSeconds: number): number {
  return Math.ceil(idleSeconds * slowness());
}

function loadNow(): Load {
  const average = loadavg()[0] ?? 0;
  return existsSync(LINUX_LOAD) ? { average, text: readFileSync(LINUX_LOAD, "utf8") } : { average };
}
