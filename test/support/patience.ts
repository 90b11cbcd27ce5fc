import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";

/**
 * How many times longer than on an idle machine something may take now: what wants to run, for each core. No limit
 * in the tests stands without it, so that other work on the machine fails none of them.
 */
export function slowness(): number {
  return Math.max(1, Math.max(running(), loadavg()[0] ?? 0) / availableParallelism());
}

/** A limit that holds on an idle machine, in ms, as it stands now. Whole tenths of a second, so that messages can name it. */
export function patient(idleMs: number): number {
  return Math.ceil((idleMs * slowness()) / 100) * 100;
}

/** The same in whole seconds, as inputs take it. */
export function patientSeconds(idleSeconds: number): number {
  return Math.ceil(idleSeconds * slowness());
}

/** What runs or waits for a core at this moment, where the system tells; the average of the load comes late. */
function running(): number {
  try {
    return Number(/ ([0-9]+)\//.exec(readFileSync("/proc/loadavg", "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
