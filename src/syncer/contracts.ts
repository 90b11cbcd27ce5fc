import type { Decimal } from "./decimal.js";

/** Sides of a position. BOTH is one-way mode, where an exchange keeps one row for a symbol. */
export const POSITION_SIDES = ["LONG", "SHORT", "BOTH"] as const;
/** One of {@link POSITION_SIDES}. */
export type PositionSide = (typeof POSITION_SIDES)[number];

/** Sides of an order (contract, section 2). */
export const ORDER_SIDES = ["BUY", "SELL"] as const;
/** One of {@link ORDER_SIDES}. */
export type OrderSide = (typeof ORDER_SIDES)[number];

/** The four mismatch rules, in the order in which findings are reported (contract, section 3). */
export const MISMATCH_RULES = ["ts_regression", "duplicate_key", "negative_qty", "orphan_order"] as const;
/** One of {@link MISMATCH_RULES}. */
export type MismatchRule = (typeof MISMATCH_RULES)[number];

/** Why a fetch failed: a closed set, one series each of `errors_total` (contract, section 3). */
export const FETCH_ERROR_REASONS = ["timeout", "auth", "rate_limit", "network", "parse", "unknown"] as const;
/** One of {@link FETCH_ERROR_REASONS}. */
export type FetchErrorReason = (typeof FETCH_ERROR_REASONS)[number];

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

/** One finding: the rule that fired, and the row or value that made it fire, in one printable line. */
export interface Mismatch {
  readonly rule: MismatchRule;
  readonly detail: string;
}

/** A fetch that failed. An error is not an empty account. */
export interface SyncError {
  readonly reason: FetchErrorReason;
  readonly message: string;
}

/** What one sync found. `ok` is true when there was neither an error nor a mismatch. */
export interface SyncResult {
  readonly ok: boolean;
  /** The snapshot as the port gave it; null where the fetch failed. */
  readonly snapshot: AccountSnapshot | null;
  readonly mismatches: readonly Mismatch[];
  readonly error: SyncError | null;
}

/** Wall clock in Unix ms. Passed in everywhere, so that a drill gives the same text on every run. */
export type Clock = () => number;
