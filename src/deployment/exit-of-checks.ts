import type { Check } from "./check/check.js";

/**
 * What the exit code says (contract, section 7): 1 the alarm is broken, 3 the checker could not tell, 0 it rings.
 * A thing that is broken for sure counts more than one that could not be seen.
 */
export function exitOfChecks(checks: readonly Check[]): 0 | 1 | 3 {
  if (checks.some(({ status }) => status === "failed")) return 1;
  return checks.some(({ isEssential }) => isEssential) ? 3 : 0;
}
