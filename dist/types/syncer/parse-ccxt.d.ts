import type { AccountSnapshot } from "./snapshot.js";
/**
 * Reads `{"timestamp"?: ms, "positions": [...], "open_orders": [...]}` with rows in ccxt's unified structures
 * (ccxt manual, "Position Structure" and "Order Structure"; mapping: contract, section 7).
 *
 * What decides a verdict must be there; what no rule needs may be null: a type or status that the
 * exchange did not say becomes UNKNOWN, a fractional leverage becomes null.
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `positions[0].contracts`.
 */
export declare function parseCcxt(value: unknown): AccountSnapshot;
