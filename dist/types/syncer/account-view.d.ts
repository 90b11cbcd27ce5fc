import { RowIndex } from "./row-index.js";
import type { AccountSnapshot, MarginMode, OpenOrderSnap, PositionSide, PositionSnap } from "./snapshot.js";
/** A snapshot whose rows are found by their identity (contract, section 2). */
export declare class AccountView {
    readonly snapshot: AccountSnapshot;
    /** Named by the exchange's id, told apart by symbol. */
    readonly orders: RowIndex<OpenOrderSnap>;
    /** Named by symbol, told apart by {@link legOf}. */
    readonly positions: RowIndex<PositionSnap>;
    constructor(snapshot: AccountSnapshot);
    /** The first row of each position's identity, in their order. */
    firstPositions(): readonly PositionSnap[];
}
interface Leg {
    readonly side: PositionSide;
    readonly marginMode?: MarginMode | null | undefined;
}
/** Side and margin mode, as one text: what tells the positions of one symbol apart. */
export declare function legOf({ side, marginMode }: Leg): string;
export {};
