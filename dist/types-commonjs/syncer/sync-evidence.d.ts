import type { Known } from "./known.js";
import { type Mismatch, type MismatchRule } from "./mismatch-rules.js";
import type { SyncResult } from "./sync-result.js";
export declare const MOST_SHOWN = 20;
export interface SyncCircumstances {
    readonly known?: Iterable<string> | Known | null | undefined;
    readonly at?: number | undefined;
}
export declare function renderSyncEvidence(result: SyncResult, { known, at }?: SyncCircumstances): ReadonlyMap<string, string>;
export declare function renderSyncSummary(result: SyncResult): string;
export declare function countByRule(found: readonly Mismatch[]): ReadonlyMap<MismatchRule, number>;
export declare function shownOf(found: readonly Mismatch[]): readonly Mismatch[];
