import type { Mismatch } from "./mismatch-rules.js";
import type { AccountSnapshot } from "./snapshot.js";
export declare const FETCH_ERROR_REASONS: readonly ["timeout", "auth", "rate_limit", "network", "parse", "unknown"];
export type FetchErrorReason = (typeof FETCH_ERROR_REASONS)[number];
export interface SyncError {
    readonly reason: FetchErrorReason;
    readonly message: string;
}
export interface SyncResult {
    readonly ok: boolean;
    readonly snapshot: AccountSnapshot | null;
    readonly mismatches: readonly Mismatch[];
    readonly pending: readonly Mismatch[];
    readonly error: SyncError | null;
}
export type Clock = () => number;
