import type { AccountPort } from "./account-syncer.js";
export interface CcxtExchange {
    readonly has?: Readonly<Record<string, unknown>>;
    fetchPositions(): Promise<unknown>;
    fetchOpenOrders(): Promise<unknown>;
    milliseconds(): number;
}
export declare function ccxtPort(exchange: CcxtExchange): AccountPort;
