import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import type { UploadedArtifact } from "./upload-under-free-name.js";

/**
 * Uploads every file of a directory as a workflow artifact, through GitHub's own client.
 *
 * @param retentionDays null: the repository's setting.
 * @throws whatever the client throws: a network error, a conflict (409).
 */
export async function uploadDirectory(
  name: string,
  directory: string,
  retentionDays: number | null,
): Promise<UploadedArtifact> {
  const root = resolve(directory);
  const files = readdirSync(root).map((file) => join(root, file));
  const options = retentionDays === null ? {} : { retentionDays };
  const { id, digest } = await new DefaultArtifactClient().uploadArtifact(name, files, root, options);
  if (id === undefined || digest === undefined) throw new Error("the artifact service gave no id or digest");
  return { name, id: String(id), digest };
}
