import { directorySource } from "../../src/evidence/evidence-source.js";
import type { FileSystem } from "../../src/evidence/file-system.js";
import { type Verification, verifySource } from "../../src/evidence/verify.js";

/** What `verify` finds in a directory. */
export function verifyEvidence(fs: FileSystem, directory: string): Verification {
  return verifySource(directorySource(fs, directory));
}
