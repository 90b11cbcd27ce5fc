import type { Decimal } from "./decimal.js";
/** Sides of a position. BOTH is one-way mode, where an exchange keeps one row for a symbol. */
export declare const POSITION_SIDES: readonly ["LONG", "SHORT", "BOTH"];
/** One of {@link POSITION_SIDES}. */
export type PositionSide = (typeof POSITION_SIDES)[number];
/** Sides of an order (contract, section 2). */
export declare const ORDER_SIDES: readonly ["BUY", "SELL"];
/** One of {@link ORDER_SIDES}. */
export type OrderSide = (typeof ORDER_SIDES)[number];
/** How a position is margined: an exchange may hold one of each for a symbol and side. */
export declare const MARGIN_MODES: readonly ["CROSS", "ISOLATED"];
/** One of {@link MARGIN_MODES}. */
export type MarginMode = (typeof MARGIN_MODES)[number];
/**
 * One open position (contract, section 2). Null means that the exchange did not say. Its identity is symbol, side
 * and margin mode.
 */
export interface PositionSnap {
    readonly symbol: string;
    readonly side: PositionSide;
    /** Left out where the exchange does not say: a mode of its own. */
    readonly marginMode?: MarginMode;
    /** Magnitude; at least 0 when healthy. */
    readonly qty: Decimal;
    readonly entryPrice: Decimal | null;
    readonly markPrice: Decimal | null;
    readonly unrealizedPnl: Decimal | null;
    readonly leverage: number | null;
    /** Unix ms when the exchange last changed this row. */
    readonly ts: number | null;
}
/**
 * One open order (contract, section 2). Ids are text: 64-bit ids do not survive a JSON number. Its identity is symbol
 * and order id: exchanges give ids that are unique for a symbol only.
 */
export interface OpenOrderSnap {
    readonly orderId: string;
    /** The id that we gave it; left out where the exchange does not say. */
    readonly clientOrderId?: string;
    readonly symbol: string;
    readonly side: OrderSide;
    /** LIMIT, MARKET, STOP, ... */
    readonly orderType: string;
    /** 0 for market orders. */
    readonly price: Decimal;
    /** Null where the exchange states none: an order that closes whatever the position is. */
    readonly qty: Decimal | null;
    /** Null where the exchange does not say. */
    readonly filledQty: Decimal | null;
    readonly reduceOnly: boolean;
    /** NEW, PARTIALLY_FILLED, ... */
    readonly status: string;
    /** Unix ms when the exchange last changed this row. */
    readonly ts: number | null;
}
/** What the exchange says about the account at one moment (contract, section 2). */
export interface AccountSnapshot {
    readonly positions: readonly PositionSnap[];
    readonly openOrders: readonly OpenOrderSnap[];
    /**
     * Unix ms as of when the answer holds: the exchange's own time of the answer, else the moment the request was sent;
     * never that of the rows. 0 where nobody knows, which an empty account may say.
     */
    readonly ts: number;
    /** Where it came from: exchange, test, fire_drill, ... */
    readonly source: string;
}
