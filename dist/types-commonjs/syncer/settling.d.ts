import type { Findings, Mismatch } from "./mismatch-rules.js";
export interface Settle {
    readonly syncs: number;
    readonly ms: number;
}
export declare const AT_ONCE: Settle;
export declare const ADVISED: Settle;
export declare function hasGrace(settle: Settle | undefined): settle is Settle;
export interface Sifted {
    readonly mismatches: Mismatch[];
    readonly pending: Mismatch[];
}
export declare class Settling {
    #private;
    constructor(settle: Settle);
    sift(findings: readonly Findings[], now: number, isSight: boolean): Sifted;
}
