import { join } from "node:path";
import { DrillError } from "../../errors.js";
import { compareText } from "../../syncer/canonical-json.js";
import { printable } from "../../syncer/printable.js";
import { CHECKSUMS_FILE } from "../checksums.js";
import type { FileSystem } from "../file-system.js";
import { isStagingName } from "../staging.js";
import { directorySource } from "./evidence-source.js";

/**
 * The evidence directories that these are, or that lie in them, each once. What a run keeps until it ends is none yet.
 *
 * @throws DrillError `bad_input` for one that cannot be listed, or that neither is nor holds evidence.
 */
export function syncEvidenceIn(fs: FileSystem, directories: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const directory of directories) {
    const inside = isEvidence(fs, directory) ? [directory] : evidenceBelow(fs, directory);
    if (inside.length === 0) throw new DrillError("bad_input", `${printable(directory)}: no evidence in it`);
    for (const one of inside) found.set(fs.realpathSync(one), one);
  }
  return [...found.values()];
}

function isEvidence(fs: FileSystem, directory: string): boolean {
  const { entries } = directorySource(fs, directory);
  return entries.has(CHECKSUMS_FILE) || entries.has("summary.txt");
}

function evidenceBelow(fs: FileSystem, directory: string): string[] {
  return fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !isStagingName(entry.name))
    .map((entry) => join(directory, entry.name))
    .filter((path) => isEvidence(fs, path))
    .sort(compareText);
}
