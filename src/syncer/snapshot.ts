import type { Decimal } from "./decimal.js";

/** Sides of a position. BOTH is one-way mode, where an exchange keeps one row for a symbol. */
export const POSITION_SIDES = ["LONG", "SHORT", "BOTH"] as const;
/** One of {@link POSITION_SIDES}. */
export type PositionSide = (typeof POSITION_SIDES)[number];

/** Sides of an order (contract, section 2). */
export const ORDER_SIDES = ["BUY", "SELL"] as const;
/** One of {@link ORDER_SIDES}. */
export type OrderSide = (typeof ORDER_SIDES)[number];

/** One open position (contract, section 2). Null means that the exchange did not say. */
export interface PositionSnap {
  readonly symbol: string;
  readonly side: PositionSide;
  /** Magnitude; at least 0 when healthy. */
  readonly qty: Decimal;
  readonly entryPrice: Decimal | null;
  readonly markPrice: Decimal | null;
  readonly unrealizedPnl: Decimal | null;
  readonly leverage: number | null;
  /** Unix ms. */
  readonly ts: number | null;
}

/** One open order (contract, section 2). Ids are text: 64-bit ids do not survive a JSON number. */
export interface OpenOrderSnap {
  readonly orderId: string;
  readonly symbol: string;
  readonly side: OrderSide;
  /** LIMIT, MARKET, STOP, ... */
  readonly orderType: string;
  /** 0 for market orders. */
  readonly price: Decimal;
  readonly qty: Decimal;
  readonly filledQty: Decimal;
  readonly reduceOnly: boolean;
  /** NEW, PARTIALLY_FILLED, ... */
  readonly status: string;
  /** Unix ms. */
  readonly ts: number | null;
}

/** What the exchange says about the account at one moment (contract, section 2). */
export interface AccountSnapshot {
  readonly positions: readonly PositionSnap[];
  readonly openOrders: readonly OpenOrderSnap[];
  /** Unix ms: the greatest ts of its components; 0 when the account is empty. */
  readonly ts: number;
  /** Where it came from: exchange, test, fire_drill, ... */
  readonly source: string;
}
