import { type SyncError } from "./sync-result.js";
/**
 * What a failed fetch counts as (contract, section 3: a closed set).
 *
 * A port may say it itself, with a `reason` property on what it throws; otherwise the system's code, the
 * error's class name, its HTTP `status` and then its `cause` decide, and `unknown` is left.
 */
export declare function toSyncError(thrown: unknown): SyncError;
