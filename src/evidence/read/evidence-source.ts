import { basename, join } from "node:path";
import { DrillError, messageOf, systemCodeOf } from "../../errors.js";
import { printable } from "../../syncer/printable.js";
import type { FileSystem } from "../file-system.js";
import { isStagingName } from "../staging.js";
import { fileNameOf } from "./file-name.js";
import { readBounded } from "./read-bounded.js";

/** The most bytes that a file of evidence may have, and that a zip of it may have and unpack to: 64 MiB. */
export const MOST_EVIDENCE_BYTES = 64 * 1024 * 1024;

/** Evidence as `verify` reads it, wherever it lies: in a directory, or in an artifact's zip. */
export interface EvidenceSource {
  /** As the user gave it, for messages. */
  readonly path: string;
  /** What stands at the top, by name. A link, a directory and a device are no files. */
  readonly entries: ReadonlyMap<string, { readonly isFile: boolean }>;
  /**
   * The content of one of the files.
   *
   * @throws Error that says why it cannot be read.
   */
  readonly read: (name: string) => Uint8Array;
}

/**
 * The evidence in a directory. Links in it are not followed.
 *
 * @throws DrillError `bad_input` where it cannot be listed, or is what a run keeps until it ends.
 */
export function directorySource(fs: FileSystem, path: string): EvidenceSource {
  const entries = listDirectory(fs, path);
  refuseUnfinished(fs, path);
  return { path, entries, read: (name) => readBounded(fs, join(path, name), MOST_EVIDENCE_BYTES) };
}

function listDirectory(fs: FileSystem, path: string): EvidenceSource["entries"] {
  try {
    const entries = fs.readdirSync(path, { withFileTypes: true, encoding: "buffer" });
    return new Map(entries.map((entry) => [fileNameOf(entry.name), { isFile: entry.isFile() }]));
  } catch (cause) {
    const what = NOT_LISTED[systemCodeOf(cause) ?? ""] ?? `it cannot be read: ${printable(messageOf(cause))}`;
    throw new DrillError("bad_input", `${printable(path)}: ${what}; give an evidence directory`, { cause });
  }
}

const NOT_LISTED: Readonly<Record<string, string>> = {
  ENOENT: "no such directory",
  ENOTDIR: "this is not a directory",
  EACCES: "this directory may not be read",
};

// All files may be there already; whether they are on the disk, nobody knows.
function refuseUnfinished(fs: FileSystem, path: string): void {
  if (!isStagingName(basename(fs.realpathSync(path)))) return;
  const what = "no evidence, but what a run keeps until it ends; it goes on, or was killed";
  throw new DrillError("bad_input", `${printable(path)}: ${what}; give a directory that the drill printed`);
}
