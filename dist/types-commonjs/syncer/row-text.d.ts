import { type Decimal } from "./decimal.js";
import { type KnownOrder } from "./known.js";
import type { MarginMode, OpenOrderSnap, PositionSnap } from "./snapshot.js";
export declare function named(text: string): string;
export declare function orderName({ orderId, symbol }: Pick<OpenOrderSnap, "orderId" | "symbol">): string;
export declare function positionName(row: {
    readonly symbol: string;
    readonly side: PositionSnap["side"];
    readonly marginMode?: MarginMode | null | undefined;
}): string;
export declare function termsOf({ side, qty, price }: Pick<KnownOrder, "side" | "qty" | "price">): string;
export declare function sameAs(...parts: readonly (string | null)[]): string;
export declare function numberOf({ units, scale }: Decimal): string;
