import { DrillError, messageOf } from "../../errors.js";
import { printable } from "../../syncer/printable.js";
import type { FileSystem } from "../file-system.js";
import { directorySource, type EvidenceSource, MOST_EVIDENCE_BYTES } from "./evidence-source.js";

/**
 * Opens the evidence at a path: a directory, or the zip that was downloaded for an artifact. What reads zips is
 * loaded only when there is one.
 *
 * @throws DrillError `bad_input` where there is neither, or a zip that is damaged or not plain.
 */
export async function openEvidence(fs: FileSystem, path: string): Promise<EvidenceSource> {
  if (!isFile(fs, path)) return directorySource(fs, path);
  const { zipSource } = await import("./zip-source.js");
  return zipSource(path, readZip(fs, path));
}

// What is no file, or cannot be asked, is for the directory to explain.
function isFile(fs: FileSystem, path: string): boolean {
  try {
    return fs.statSync(path).isFile();
  } catch {
    return false;
  }
}

function readZip(fs: FileSystem, path: string): Buffer {
  try {
    const { size } = fs.statSync(path);
    if (size > MOST_EVIDENCE_BYTES) throw new Error(`${size} bytes are more than evidence can have`);
    return fs.readFileSync(path);
  } catch (cause) {
    const what = `${printable(path)}: it cannot be read: ${printable(messageOf(cause))}`;
    throw new DrillError("bad_input", `${what}; give an evidence directory or an artifact's zip`, { cause });
  }
}
