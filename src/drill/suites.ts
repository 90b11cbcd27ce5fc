import { runbookDrills } from "./catalog.js";
import type { Drill } from "./drill.js";
import { fullSuite } from "./full-suite.js";

/** The suites by name; the first is what runs unless another is asked for. */
export const SUITES: Readonly<Record<"runbook" | "full", (prefix: string) => readonly Drill[]>> = {
  runbook: runbookDrills,
  full: fullSuite,
};

/** What `--suite` and the input `suite` take. */
export type SuiteName = keyof typeof SUITES;

/** The name of a suite, or undefined. */
export function suiteName(text: string): SuiteName | undefined {
  return text === "runbook" || text === "full" ? text : undefined;
}

/** Whether names of metrics may begin with this. */
export function isMetricPrefix(text: string): boolean {
  return text.length <= 100 && /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text);
}
