import { DrillError } from "../../../errors.js";
import { printable } from "../../../syncer/printable.js";

/**
 * Refuses what was read where a path of it is bad.
 *
 * @param what names it in the error.
 * @throws DrillError `bad_input`: the message has the first bad path, `details` all of them.
 */
export function refuseBadPaths(problems: readonly string[], what: string): void {
  const [first, ...others] = problems.map(printable);
  if (first === undefined) return;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw new DrillError("bad_input", `${what}: ${first}${more}`, { details: [first, ...others] });
}
