import type { Findings, Mismatch } from "./mismatch-rules.js";
/**
 * How long a difference between the two sides must last, unbroken and the same, before it is a finding: in so many
 * syncs in a row, and for so many ms of the syncer's clock (contract, section 3).
 */
export interface Settle {
    /** At least 1. */
    readonly syncs: number;
    readonly ms: number;
}
/** At once: what is seen is found. */
export declare const AT_ONCE: Settle;
/** What the documents advise: in three sights, ten seconds apart, no order in flight looks the same. */
export declare const ADVISED: Settle;
/** Whether anything has to last at all. */
export declare function hasGrace(settle: Settle | undefined): settle is Settle;
/** What one sync found, and what may yet become a finding. */
export interface Sifted {
    readonly mismatches: Mismatch[];
    readonly pending: Mismatch[];
}
/** Remembers the differences of the last sight, and tells those that have lasted from those that have not. */
export declare class Settling {
    #private;
    /** @throws DrillError `bad_input` where a number is none or too small. */
    constructor(settle: Settle);
    /**
     * Sifts what the rules found.
     *
     * @param now Unix ms.
     * @param isSight false for a snapshot that was rejected: by it nothing settles and nothing is forgotten.
     */
    sift(findings: readonly Findings[], now: number, isSight: boolean): Sifted;
}
