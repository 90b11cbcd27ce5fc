import type { Known } from "./known.js";
import { type Mismatch, type MismatchRule } from "./mismatch-rules.js";
import type { SyncResult } from "./sync-result.js";
/** How many findings of one rule are shown; the others are counted. */
export declare const MOST_SHOWN = 20;
/** What goes into the evidence of a sync beside its result. */
export interface SyncCircumstances {
    /** What the syncer was told. */
    readonly known?: Iterable<string> | Known | null | undefined;
    /** Unix ms that the syncer's clock showed. */
    readonly at?: number | undefined;
}
/**
 * The files of the syncer's own evidence for one sync (contract, section 6): name and whole text, checksums
 * excepted. Where the fetch failed the account is unknown, so its three files say `null`, not an empty account.
 *
 * @throws DrillError `bad_input` where `known` is not what a syncer can be told.
 */
export declare function renderSyncEvidence(result: SyncResult, { known, at }?: SyncCircumstances): ReadonlyMap<string, string>;
/** What one sync found, as lines of text: for a terminal, a log and `summary.txt`. Of each rule the first 20 are shown. */
export declare function renderSyncSummary(result: SyncResult): string;
/** How many findings there are of each rule that fired, in the order of the rules. */
export declare function countByRule(found: readonly Mismatch[]): ReadonlyMap<MismatchRule, number>;
/** The findings that are shown: of each rule the first 20. */
export declare function shownOf(found: readonly Mismatch[]): readonly Mismatch[];
