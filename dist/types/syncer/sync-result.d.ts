import type { Mismatch } from "./mismatch-rules.js";
import type { AccountSnapshot } from "./snapshot.js";
/** Why a fetch failed: a closed set, one series each of `errors_total` (contract, section 3). */
export declare const FETCH_ERROR_REASONS: readonly ["timeout", "auth", "rate_limit", "network", "parse", "unknown"];
/** One of {@link FETCH_ERROR_REASONS}. */
export type FetchErrorReason = (typeof FETCH_ERROR_REASONS)[number];
/** A fetch that failed. An error is not an empty account. */
export interface SyncError {
    readonly reason: FetchErrorReason;
    readonly message: string;
}
/** What one sync found. `ok` is true when there was neither an error nor a mismatch, whatever is pending. */
export interface SyncResult {
    readonly ok: boolean;
    /** The snapshot as the port gave it; null where the fetch failed. */
    readonly snapshot: AccountSnapshot | null;
    readonly mismatches: readonly Mismatch[];
    /** Differences between the two sides that have not lasted long enough to be findings. */
    readonly pending: readonly Mismatch[];
    readonly error: SyncError | null;
}
/** Wall clock in Unix ms. Passed in everywhere, so that a drill gives the same text on every run. */
export type Clock = () => number;
