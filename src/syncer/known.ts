import { Decimal, decimal, isDecimalText } from "./decimal.js";
import type { MarginMode, OrderSide, PositionSide } from "./snapshot.js";

/** What a syncer can be told, by the names of the wire form. */
export const TELLABLE = ["order_ids", "orders", "positions"] as const;
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
export const NUMBER_EXPECTED = 'expected a decimal as text, such as "0.10", or a Decimal';

/** What was told where nothing was. */
export const NOTHING_TOLD: Told = { orderIds: null, orders: null, positions: null };

/** A number of what we know, which was read as one. */
export function knownDecimal(value: Decimal | string): Decimal {
  return typeof value === "string" ? decimal(value) : value;
}

/** Whether this is a number as it may be known: decimal text or a Decimal. */
export function isNumber(value: unknown): value is Decimal | string {
  return value instanceof Decimal || (typeof value === "string" && isDecimalText(value));
}

/** Whether this is neither null nor left out. */
export function isSaid<T>(value: T): value is NonNullable<T> {
  return value !== null && value !== undefined;
}
