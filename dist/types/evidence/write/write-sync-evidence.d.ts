import type { Known } from "../../syncer/known.js";
import type { SyncResult } from "../../syncer/sync-result.js";
import { type EvidencePorts } from "./write-bundle.js";
/** Whether `GRINDER_ACCOUNT_SYNC_EVIDENCE` asks for evidence of each sync: 1, true, yes or on (contract, section 6). */
export declare function isSyncEvidenceOn(setting: string | undefined): boolean;
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
export declare function writeSyncEvidence(ports: EvidencePorts, result: SyncResult, options: SyncEvidenceOptions): Promise<string>;
