import { type SyncError } from "./sync-result.js";
export declare function toSyncError(thrown: unknown): SyncError;
