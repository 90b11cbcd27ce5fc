import { messageOf } from "../../errors.js";
import { nthArtifactName } from "./artifact-name.js";

/** An artifact as the service confirmed it. */
export interface UploadedArtifact {
  readonly name: string;
  readonly id: string;
  /** sha256 over the zip, 64 hex digits. The zip is not reproducible: the fingerprint is what to compare. */
  readonly digest: string;
}

/** Uploads the files of one directory under one name. */
export type UploadArtifact = (name: string) => Promise<UploadedArtifact>;

const MOST_NAMES = 5;

/**
 * Uploads under the first of `name`, `name-2`, ... that is free: the service refuses a name that the run has
 * already, and has no way to overwrite.
 *
 * @param own what no other process has: it makes the last name, which is free however many drill at once.
 */
export async function uploadUnderFreeName(
  name: string,
  upload: UploadArtifact,
  own?: string,
): Promise<UploadedArtifact> {
  const numbered = Array.from({ length: MOST_NAMES }, (_, index) => nthArtifactName(name, index + 1));
  const names = own === undefined ? numbered : [...numbered.slice(0, -1), `${name}-${own}`];
  for (const [index, free] of names.entries()) {
    try {
      return await upload(free);
    } catch (error) {
      if (index === names.length - 1 || !isConflict(error)) throw error;
    }
  }
  throw new Error("no name to upload under");
}

function isConflict(error: unknown): boolean {
  return /\b409\b|already exists/i.test(messageOf(error));
}
