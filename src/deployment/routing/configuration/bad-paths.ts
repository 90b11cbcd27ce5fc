import { DrillError } from "../../../errors.js";

/**
 * Refuses what was read where a path of it is bad.
 *
 * @param what names it in the error.
 * @throws DrillError `bad_input`: the message has the first bad path, `details` all of them.
 */
export function refuseBadPaths(problems: readonly string[], what: string): void {
  if (problems.length === 0) return;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  throw new DrillError("bad_input", `${what}: ${problems[0]}${more}`, { details: problems });
}
