import type { Known } from "../../syncer/known.js";
import type { SyncResult } from "../../syncer/sync-result.js";
import { type EvidencePorts } from "./write-bundle.js";
export declare function isSyncEvidenceOn(setting: string | undefined): boolean;
export interface SyncEvidenceOptions {
    readonly artifactDir: string;
    readonly now: number;
    readonly known?: Iterable<string> | Known | null | undefined;
}
export declare function writeSyncEvidence(ports: EvidencePorts, result: SyncResult, options: SyncEvidenceOptions): Promise<string>;
