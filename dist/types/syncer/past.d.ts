import type { AccountView } from "./account-view.js";
/** How far ahead of the syncer's clock a ts may be before it is none (contract, sections 2 and 3). */
export declare const MOST_AHEAD_MS: number;
/** The last accepted snapshot, for the next one's rows to be held against. */
export interface Past {
    readonly account: AccountView;
    /** Unix ms that the clock showed then. */
    readonly now: number | undefined;
}
/** Whether a ts, in Unix ms, is too far ahead of the clock to be believed. */
export declare function isAhead(ts: number, now: number | undefined): boolean;
