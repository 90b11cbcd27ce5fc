import type { FileSystem } from "../../src/evidence/file-system.js";
import { directorySource } from "../../src/evidence/read/evidence-source.js";
import { type Verification, verifySource } from "../../src/evidence/read/verify.js";

/** What `verify` finds in a directory. */
export function verifyEvidence(fs: FileSystem, directory: string): Verification {
  return verifySource(directorySource(fs, directory));
}
