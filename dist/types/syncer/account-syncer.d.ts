import type { Known } from "./known.js";
import type { MetricsBuilder } from "./metrics.js";
import { type Settle } from "./settling.js";
import type { AccountSnapshot } from "./snapshot.js";
import type { Clock, SyncResult } from "./sync-result.js";
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
    /** How long a difference between the two sides must last before it is a finding; at once without it. */
    readonly settle?: Settle;
    /** Unix ms; the metrics' clock without it. */
    readonly clock?: Clock;
}
/**
 * Compares the exchange's account with what is known of it, and counts what does not fit (contract,
 * section 3). Read-only. One instance serves one loop.
 */
export declare class AccountSyncer {
    #private;
    /** @throws DrillError `bad_input` where `settle` is no pair of whole numbers. */
    constructor(options: AccountSyncerOptions);
    /** Unix ms of the last accepted snapshot; 0 before the first and after an empty account. */
    get lastTs(): number;
    /**
     * Fetches a snapshot, checks it against the rules and records the metrics. A failed fetch does not
     * throw: it comes back as `error`, and neither last ts nor a gauge moves.
     *
     * @param known what the system believes: ids of orders, or an object with ids, orders and positions. It is read
     *   when the answer is there, each list once; what is not told is not compared.
     * @throws DrillError `sync_in_flight` where the previous call has not ended yet; `bad_input` where `known` holds what
     *   is none, with its path. Then nothing was counted and nothing is remembered of this sync.
     */
    sync(known?: Iterable<string> | Known | null): Promise<SyncResult>;
}
