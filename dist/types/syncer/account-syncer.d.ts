import type { MetricsBuilder } from "./metrics.js";
import type { AccountSnapshot } from "./snapshot.js";
import type { SyncResult } from "./sync-result.js";
/** The exchange as the syncer sees it. */
export interface AccountPort {
    /** Fetches the account as it is now; throws or rejects where it cannot. */
    fetchAccountSnapshot(): Promise<AccountSnapshot> | AccountSnapshot;
}
/** What an {@link AccountSyncer} is made of. */
export interface AccountSyncerOptions {
    readonly port: AccountPort;
    readonly metrics: MetricsBuilder;
    /** Unix ms of the last snapshot accepted before this process began; 0 when there was none. */
    readonly lastTs?: number;
}
/**
 * Compares the exchange's account with what is known of it, and counts what does not fit (contract,
 * section 3). Read-only. One instance serves one loop.
 */
export declare class AccountSyncer {
    #private;
    constructor(options: AccountSyncerOptions);
    /** Unix ms of the last accepted snapshot; 0 before the first and after an empty account. */
    get lastTs(): number;
    /**
     * Fetches a snapshot, checks it against the four rules and records the metrics. A failed fetch does not
     * throw: it comes back as `error`, and neither last ts nor a gauge moves.
     *
     * @param knownOrderIds the orders the system tracks; without it, orphans are not looked for.
     * @throws DrillError `sync_in_flight` where the previous call has not ended yet.
     */
    sync(knownOrderIds?: Iterable<string> | null): Promise<SyncResult>;
}
