import { type AccountSnapshot } from "./snapshot.js";
export interface CcxtReading {
    readonly needsTimestamp?: boolean;
}
export declare function parseCcxt(value: unknown, { needsTimestamp }?: CcxtReading): AccountSnapshot;
