import { type AccountSnapshot } from "./snapshot.js";
/** How {@link parseCcxt} reads. */
export interface CcxtReading {
    /** Whether `timestamp` must be there: where the snapshot is to be held against an earlier one. */
    readonly needsTimestamp?: boolean;
}
/**
 * Reads `{"timestamp"?: ms, "positions"?: [...], "open_orders": [...]}` with rows in ccxt's unified structures
 * (ccxt manual, "Position Structure" and "Order Structure"; mapping: contract, section 7).
 *
 * `timestamp` is as of when the answer holds. Without it, ts is that of the newest row, which is good for one look: the
 * newest row may leave, and the next snapshot would be older than this one.
 *
 * What decides a verdict must be there; what no rule needs may be null: a type or status that the
 * exchange did not say becomes UNKNOWN, a fractional leverage becomes null.
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `positions[0].contracts`.
 */
export declare function parseCcxt(value: unknown, { needsTimestamp }?: CcxtReading): AccountSnapshot;
