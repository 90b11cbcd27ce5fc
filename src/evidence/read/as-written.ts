import { CHECKSUMS_FILE, type Checksum, renderChecksums } from "../checksums.js";
import type { FileSystem } from "../file-system.js";
import { directorySource, type EvidenceSource } from "./evidence-source.js";
import { verifySource } from "./verify.js";

/** The evidence of a run, as the process that made it still holds it. */
export interface HeldEvidence {
  readonly evidenceDir: string;
  /** The text of every file but the checksums, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly checksums: readonly Checksum[];
}

/** What a run holds of its own evidence, to be read like evidence that lies somewhere. */
export function heldSource({ evidenceDir, files, checksums }: HeldEvidence): EvidenceSource {
  const texts = new Map([...files, [CHECKSUMS_FILE, renderChecksums(checksums)]]);
  return {
    path: evidenceDir,
    entries: new Map([...texts.keys()].map((name) => [name, { isFile: true }])),
    read: (name) => Buffer.from(texts.get(name) ?? ""),
  };
}

/**
 * What is no longer as the run wrote it, in words, or null where all is. Checksums that were made anew to fit a change
 * are no help to it: those that the run holds are compared. What the evidence says is not looked at.
 *
 * @throws DrillError `bad_input` where the evidence is gone.
 */
export function whyNotAsWritten(fs: FileSystem, { evidenceDir, checksums }: HeldEvidence): string | null {
  const source = directorySource(fs, evidenceDir);
  const damage = verifySource(source).damage.find(({ kind }) => kind !== "disagrees");
  if (damage !== undefined) return `${damage.name}: ${damage.what}`;
  const listed = Buffer.from(source.read(CHECKSUMS_FILE)).toString("utf8");
  return listed === renderChecksums(checksums) ? null : `${CHECKSUMS_FILE}: it is not what this run wrote`;
}
