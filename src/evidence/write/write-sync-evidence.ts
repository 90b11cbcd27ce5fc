import { renderSyncEvidence } from "../../syncer/sync-evidence.js";
import type { SyncResult } from "../../syncer/sync-result.js";
import { type EvidencePorts, writeBundle } from "./write-bundle.js";

const TRUE_WORDS = new Set(["1", "true", "yes", "on"]);

/** Whether `GRINDER_ACCOUNT_SYNC_EVIDENCE` asks for evidence of each sync: 1, true, yes or on (contract, section 6). */
export function isSyncEvidenceOn(setting: string | undefined): boolean {
  return setting !== undefined && TRUE_WORDS.has(setting.trim().toLowerCase());
}

/**
 * Writes the evidence of one sync to `<artifactDir>/account_sync/<YYYYMMDDTHHMMSSZ>/`, whole or not at all.
 *
 * @param now Unix ms, for the directory's name.
 * @returns the directory.
 * @throws DrillError `evidence_not_written` or `interrupted`.
 */
export async function writeSyncEvidence(
  ports: EvidencePorts,
  result: SyncResult,
  options: { readonly artifactDir: string; readonly now: number },
): Promise<string> {
  const place = { artifactDir: options.artifactDir, kind: "account_sync" };
  const files = renderSyncEvidence(result);
  return writeBundle(ports, place, options.now, async (bundle) => {
    for (const [name, text] of files) bundle.add(name, text);
    await bundle.commit();
    return bundle.directory;
  });
}
