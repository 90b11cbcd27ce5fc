import { type JsonValue } from "./canonical-json.js";
import type { AccountSnapshot, OpenOrderSnap, PositionSnap } from "./snapshot.js";
/** A copy in canonical order: by (symbol, side). Rows of equal keys keep the order they came in. */
export declare function canonicalPositions(positions: readonly PositionSnap[]): PositionSnap[];
/**
 * A copy in canonical order: by (symbol, side, order_type, price, qty, order_id); price and qty as numbers.
 * Orders that share the first three are gathered before they are sorted, so that most comparisons are of
 * numbers that lie close together.
 */
export declare function canonicalOrders(orders: readonly OpenOrderSnap[]): OpenOrderSnap[];
/**
 * The snapshot as canonical JSON, without the newline that a file ends with. The rows are made with their keys
 * already sorted and go through JSON.stringify: several times faster than the general renderer. Every
 * value is text, an exact integer, a boolean or null, so nothing is dropped or rounded; a property test holds
 * the two renderers equal.
 */
export declare function renderSnapshot(snapshot: AccountSnapshot): string;
/** The snapshot in wire form (contract, section 2), its rows in the order in which they came. */
export declare function snapshotToWire({ positions, openOrders, ts, source }: AccountSnapshot): JsonValue;
/** Open orders alone, as a canonical JSON array. */
export declare function renderOrders(orders: readonly OpenOrderSnap[]): string;
/** Positions alone, as a canonical JSON array. */
export declare function renderPositions(positions: readonly PositionSnap[]): string;
