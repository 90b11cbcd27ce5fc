import type { Known } from "./known.js";
import type { MetricsBuilder } from "./metrics.js";
import { type Settle } from "./settling.js";
import type { AccountSnapshot } from "./snapshot.js";
import type { Clock, SyncResult } from "./sync-result.js";
export interface AccountPort {
    fetchAccountSnapshot(): Promise<AccountSnapshot> | AccountSnapshot;
}
export interface AccountSyncerOptions {
    readonly port: AccountPort;
    readonly metrics: MetricsBuilder;
    readonly lastTs?: number;
    readonly settle?: Settle;
    readonly clock?: Clock;
}
export declare class AccountSyncer {
    #private;
    constructor(options: AccountSyncerOptions);
    get lastTs(): number;
    sync(known?: Iterable<string> | Known | null): Promise<SyncResult>;
}
