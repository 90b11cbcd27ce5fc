import type { Known } from "../../syncer/known.js";
import { renderSyncEvidence } from "../../syncer/sync-evidence.js";
import type { SyncResult } from "../../syncer/sync-result.js";
import { type EvidencePorts, writeBundle } from "./write-bundle.js";

const TRUE_WORDS = new Set(["1", "true", "yes", "on"]);

/** Whether `GRINDER_ACCOUNT_SYNC_EVIDENCE` asks for evidence of each sync: 1, true, yes or on (contract, section 6). */
export function isSyncEvidenceOn(setting: string | undefined): boolean {
  return setting !== undefined && TRUE_WORDS.has(setting.trim().toLowerCase());
}

/** Where the evidence of a sync goes, and what goes into it beside the result. */
export interface SyncEvidenceOptions {
  readonly artifactDir: string;
  /** Unix ms, for the directory's name and for the summary. */
  readonly now: number;
  /** What was given to `sync()`; an iterable that can be read only once has nothing left to show. */
  readonly known?: Iterable<string> | Known | null | undefined;
}

/**
 * Writes the evidence of one sync to `<artifactDir>/account_sync/<YYYYMMDDTHHMMSSZ>/`, whole or not at all.
 *
 * @returns the directory.
 * @throws DrillError `evidence_not_written` or `interrupted`; `bad_input` where `known` is no such thing.
 */
export async function writeSyncEvidence(
  ports: EvidencePorts,
  result: SyncResult,
  options: SyncEvidenceOptions,
): Promise<string> {
  const place = { artifactDir: options.artifactDir, kind: "account_sync" };
  const files = renderSyncEvidence(result, { known: options.known, at: options.now });
  return writeBundle(ports, place, options.now, async (bundle) => {
    for (const [name, text] of files) bundle.add(name, text);
    await bundle.commit();
    return bundle.directory;
  });
}
