import { RowIndex } from "./row-index.js";
import type { AccountSnapshot, MarginMode, OpenOrderSnap, PositionSide, PositionSnap } from "./snapshot.js";
export declare class AccountView {
    readonly snapshot: AccountSnapshot;
    readonly orders: RowIndex<OpenOrderSnap>;
    readonly positions: RowIndex<PositionSnap>;
    constructor(snapshot: AccountSnapshot);
    firstPositions(): readonly PositionSnap[];
}
interface Leg {
    readonly side: PositionSide;
    readonly marginMode?: MarginMode | null | undefined;
}
export declare function legOf({ side, marginMode }: Leg): string;
export {};
