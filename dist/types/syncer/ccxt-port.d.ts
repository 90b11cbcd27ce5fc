import type { AccountPort } from "./account-syncer.js";
/** What is needed of a ccxt exchange. */
export interface CcxtExchange {
    /** What it can do; where it says that it has no fetchPositions, as a spot exchange does, that is not called. */
    readonly has?: Readonly<Record<string, unknown>>;
    fetchPositions(): Promise<unknown>;
    fetchOpenOrders(): Promise<unknown>;
    /** Unix ms. */
    milliseconds(): number;
}
/**
 * An account as ccxt fetches it. The snapshot's ts is the moment when the first request was sent, since the answers hold
 * from then on at least (contract, section 2).
 */
export declare function ccxtPort(exchange: CcxtExchange): AccountPort;
