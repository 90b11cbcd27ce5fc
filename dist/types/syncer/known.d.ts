import { Decimal } from "./decimal.js";
import type { MarginMode, OrderSide, PositionSide } from "./snapshot.js";
/** What a syncer can be told, by the names of the wire form. */
export declare const TELLABLE: readonly ["order_ids", "orders", "positions"];
/** One of {@link TELLABLE}. */
export type Tellable = (typeof TELLABLE)[number];
/** An order that must be open at the exchange. What is null or left out is not compared. */
export interface KnownOrder {
    /** The exchange's id, or the one that we gave it. */
    readonly orderId: string;
    readonly symbol: string;
    readonly side?: OrderSide | null | undefined;
    /** Decimal text or a Decimal; compared as a number, as is `qty`. */
    readonly price?: Decimal | string | null | undefined;
    readonly qty?: Decimal | string | null | undefined;
}
/** A position that we hold. Without a margin mode, what the exchange holds in all modes is added. */
export interface KnownPosition {
    readonly symbol: string;
    readonly side: PositionSide;
    /** Decimal text or a Decimal; of BOTH, its magnitude counts. */
    readonly qty: Decimal | string;
    readonly marginMode?: MarginMode | null | undefined;
}
/** What the system believes (contract, section 3). What is null or left out is not compared. */
export interface Known {
    /** Ids that are ours on any symbol, the exchange's or our own. */
    readonly orderIds?: Iterable<string> | null | undefined;
    /** All orders that must be open now; they are known too. */
    readonly orders?: Iterable<KnownOrder> | null | undefined;
    /** All positions that we hold; one that is not named is expected to be flat. */
    readonly positions?: Iterable<KnownPosition> | null | undefined;
}
/** What was told in one sync; null for what was not. */
export interface Told {
    readonly orderIds: ReadonlySet<string> | null;
    readonly orders: readonly KnownOrder[] | null;
    readonly positions: readonly KnownPosition[] | null;
}
/** What is said of a number that is none. */
export declare const NUMBER_EXPECTED = "expected a decimal as text, such as \"0.10\", or a Decimal";
/** What was told where nothing was. */
export declare const NOTHING_TOLD: Told;
/** A number of what we know, which was read as one. */
export declare function knownDecimal(value: Decimal | string): Decimal;
/** Whether this is a number as it may be known: decimal text or a Decimal. */
export declare function isNumber(value: unknown): value is Decimal | string;
/** Whether this is neither null nor left out. */
export declare function isSaid<T>(value: T): value is NonNullable<T>;
