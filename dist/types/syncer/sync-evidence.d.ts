import type { SyncResult } from "./sync-result.js";
/**
 * The files of the syncer's own evidence for one sync (contract, section 6): name and whole text, checksums
 * excepted. Where the fetch failed the account is unknown, so its three files say `null`, not an empty account.
 */
export declare function renderSyncEvidence(result: SyncResult): ReadonlyMap<string, string>;
/** What one sync found, as lines of text: for a terminal, a log and `summary.txt`. */
export declare function renderSyncSummary(result: SyncResult): string;
