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
 */
export async function uploadUnderFreeName(name: string, upload: UploadArtifact): Promise<UploadedArtifact> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await upload(nthArtifactName(name, attempt));
    } catch (error) {
      if (attempt === MOST_NAMES || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return /\b409\b|already exists/i.test(messageOf(error));
}
