import { type JsonValue } from "./canonical-json.js";
import type { AccountSnapshot, OpenOrderSnap, PositionSnap } from "./snapshot.js";
export declare function canonicalPositions(positions: readonly PositionSnap[]): PositionSnap[];
export declare function canonicalOrders(orders: readonly OpenOrderSnap[]): OpenOrderSnap[];
export declare function renderSnapshot(snapshot: AccountSnapshot): string;
export declare function snapshotToWire({ positions, openOrders, ts, source }: AccountSnapshot): JsonValue;
export declare function renderOrders(orders: readonly OpenOrderSnap[]): string;
export declare function renderPositions(positions: readonly PositionSnap[]): string;
