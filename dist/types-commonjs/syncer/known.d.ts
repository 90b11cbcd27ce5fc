import { Decimal } from "./decimal.js";
import type { MarginMode, OrderSide, PositionSide } from "./snapshot.js";
export declare const TELLABLE: readonly ["order_ids", "orders", "positions"];
export type Tellable = (typeof TELLABLE)[number];
export interface KnownOrder {
    readonly orderId: string;
    readonly symbol: string;
    readonly side?: OrderSide | null | undefined;
    readonly price?: Decimal | string | null | undefined;
    readonly qty?: Decimal | string | null | undefined;
}
export interface KnownPosition {
    readonly symbol: string;
    readonly side: PositionSide;
    readonly qty: Decimal | string;
    readonly marginMode?: MarginMode | null | undefined;
}
export interface Known {
    readonly orderIds?: Iterable<string> | null | undefined;
    readonly orders?: Iterable<KnownOrder> | null | undefined;
    readonly positions?: Iterable<KnownPosition> | null | undefined;
}
export interface Told {
    readonly orderIds: ReadonlySet<string> | null;
    readonly orders: readonly KnownOrder[] | null;
    readonly positions: readonly KnownPosition[] | null;
}
export declare const NUMBER_EXPECTED = "expected a decimal as text, such as \"0.10\", or a Decimal";
export declare const NOTHING_TOLD: Told;
export declare function knownDecimal(value: Decimal | string): Decimal;
export declare function isNumber(value: unknown): value is Decimal | string;
export declare function isSaid<T>(value: T): value is NonNullable<T>;
