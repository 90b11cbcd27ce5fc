import type { AccountSnapshot, OpenOrderSnap, PositionSnap } from "./contracts.js";
/** A copy in canonical order: by (symbol, side). Rows of equal keys keep the order they came in. */
export declare function canonicalPositions(positions: readonly PositionSnap[]): PositionSnap[];
/** A copy in canonical order: by (symbol, side, order_type, price, qty, order_id); price and qty as numbers. */
export declare function canonicalOrders(orders: readonly OpenOrderSnap[]): OpenOrderSnap[];
/**
 * The snapshot as canonical JSON, without the newline that a file ends with. The rows are written out
 * field by field, keys already sorted: several times faster than the general renderer, and a property
 * test holds the two equal.
 */
export declare function renderSnapshot(snapshot: AccountSnapshot): string;
/** Open orders alone, as a canonical JSON array. */
export declare function renderOrders(orders: readonly OpenOrderSnap[]): string;
/** Positions alone, as a canonical JSON array. */
export declare function renderPositions(positions: readonly PositionSnap[]): string;
