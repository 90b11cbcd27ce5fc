import { DrillError } from "../errors.js";

/**
 * Reads what stands in a field by a reader of its own, and notes what that refuses by its path from here.
 *
 * @returns null where it was refused.
 */
export function inField<T>(name: string, problems: string[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DrillError)) throw error;
    const details = error.details.length > 0 ? error.details : [`top level: ${error.message}`];
    problems.push(...details.map((detail) => pathed(name, detail)));
    return null;
  }
}

function pathed(name: string, detail: string): string {
  return detail.startsWith("top level: ")
    ? `${name}: ${detail.slice("top level: ".length)}`
    : `${name}.${detail}`;
}
