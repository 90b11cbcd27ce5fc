import { type Decimal } from "./decimal.js";
import { type KnownOrder } from "./known.js";
import type { MarginMode, OpenOrderSnap, PositionSnap } from "./snapshot.js";
/** An id or a symbol in quotes; one of more than 120 characters is cut, and its length said. */
export declare function named(text: string): string;
/** `order "17" on "BTCUSDT"`. */
export declare function orderName({ orderId, symbol }: Pick<OpenOrderSnap, "orderId" | "symbol">): string;
/** `position "BTCUSDT" LONG`, with its margin mode where that was said. */
export declare function positionName(row: {
    readonly symbol: string;
    readonly side: PositionSnap["side"];
    readonly marginMode?: MarginMode | null | undefined;
}): string;
/** `BUY 0.1 at 49000.00`, as far as it was said; empty where nothing was. */
export declare function termsOf({ side, qty, price }: Pick<KnownOrder, "side" | "qty" | "price">): string;
/** What has to stay the same for a difference to be the same one: texts of which none can run into the next. */
export declare function sameAs(...parts: readonly (string | null)[]): string;
/** A number as text that all its notations share: 1.50 and 1.5, 0 and -0.0. */
export declare function numberOf({ units, scale }: Decimal): string;
