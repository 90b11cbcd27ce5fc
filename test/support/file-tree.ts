import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The names in a directory, sorted, hidden ones too; none where there is no such directory. */
export function namesIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).sort() : [];
}

/** The text of each file of a flat directory, by name. */
export function textsIn(directory: string): Record<string, string> {
  return Object.fromEntries(
    namesIn(directory).map((name) => [name, readFileSync(join(directory, name), "utf8")]),
  );
}
