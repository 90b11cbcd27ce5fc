import type { Decimal } from "./decimal.js";
export declare const POSITION_SIDES: readonly ["LONG", "SHORT", "BOTH"];
export type PositionSide = (typeof POSITION_SIDES)[number];
export declare const ORDER_SIDES: readonly ["BUY", "SELL"];
export type OrderSide = (typeof ORDER_SIDES)[number];
export declare const MARGIN_MODES: readonly ["CROSS", "ISOLATED"];
export type MarginMode = (typeof MARGIN_MODES)[number];
export interface PositionSnap {
    readonly symbol: string;
    readonly side: PositionSide;
    readonly marginMode?: MarginMode;
    readonly qty: Decimal;
    readonly entryPrice: Decimal | null;
    readonly markPrice: Decimal | null;
    readonly unrealizedPnl: Decimal | null;
    readonly leverage: number | null;
    readonly ts: number | null;
}
export interface OpenOrderSnap {
    readonly orderId: string;
    readonly clientOrderId?: string;
    readonly symbol: string;
    readonly side: OrderSide;
    readonly orderType: string;
    readonly price: Decimal;
    readonly qty: Decimal | null;
    readonly filledQty: Decimal | null;
    readonly reduceOnly: boolean;
    readonly status: string;
    readonly ts: number | null;
}
export interface AccountSnapshot {
    readonly positions: readonly PositionSnap[];
    readonly openOrders: readonly OpenOrderSnap[];
    readonly ts: number;
    readonly source: string;
}
