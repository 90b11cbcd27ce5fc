import type { MarginMode, OrderSide, PositionSide } from "../syncer/snapshot.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";
import type { Instrument } from "./market/instrument.js";

/** A position as the exchange lists it. Quantities are lots and prices are ticks, whole numbers of the instrument's scale. */
export interface PositionRow {
  readonly instrument: Instrument;
  readonly side: PositionSide;
  /** Null where the exchange does not say it. */
  readonly marginMode: MarginMode | null;
  readonly qty: number;
  /** In tenths of a tick. */
  readonly entry: number;
  readonly mark: number;
  readonly leverage: number;
  /** Unix ms of the row's last change, by the exchange's clock; null where it does not say. */
  readonly ts: number | null;
}

/** An open order as the exchange lists it. */
export interface OrderRow extends OrderFields {
  /** Its identity: symbol and id. */
  readonly key: string;
  /** Symbol and our own id, by which the bot may name it; null where the exchange does not show that. */
  readonly clientKey: string | null;
}

/** What an exchange says of an order. */
export interface OrderFields {
  readonly instrument: Instrument;
  readonly orderId: string;
  /** Null where the exchange does not show it. */
  readonly clientOrderId: string | null;
  readonly side: OrderSide;
  readonly orderType: string;
  readonly price: number;
  /** Null: closes whatever the position is. */
  readonly qty: number | null;
  readonly filled: number | null;
  readonly reduceOnly: boolean;
  readonly status: string;
  readonly ts: number | null;
}

/** What the exchange answers. */
export interface Account {
  readonly positions: readonly PositionRow[];
  readonly orders: readonly OrderRow[];
  /** Unix ms as of which the answer holds; 0 where nobody knows. */
  readonly ts: number;
}

/** An order that the bot says is open, by the exchange's id or by its own; null is what it does not say. */
export interface KnownOrder {
  readonly instrument: Instrument;
  /** Symbol and id. */
  readonly key: string;
  readonly id: string;
  readonly side: OrderSide | null;
  readonly price: number | null;
  readonly qty: number | null;
}

/** A position that the bot says it holds. */
export interface KnownPosition {
  readonly instrument: Instrument;
  readonly side: PositionSide;
  readonly marginMode: MarginMode | null;
  readonly qty: number;
}

/** What the bot tells the syncer (contract, section 3); null is what it does not tell. */
export interface Known {
  readonly orderIds: readonly string[] | null;
  readonly orders: readonly KnownOrder[] | null;
  readonly positions: readonly KnownPosition[] | null;
}

/** One sync of a day, before it is put into wire form. */
export interface LifeStep {
  /** Unix ms of the syncer's clock when the answer is there. */
  readonly at: number;
  /** Whether the syncer was started anew before it, and given the last ts, nothing else. */
  readonly restart: boolean;
  readonly known: Known | null;
  readonly answer: Account | FetchErrorReason;
}

/** A row with its keys. */
export function orderRow(fields: OrderFields): OrderRow {
  const { instrument, orderId, clientOrderId } = fields;
  const clientKey = clientOrderId === null ? null : orderKey(instrument, clientOrderId);
  return { ...fields, key: orderKey(instrument, orderId), clientKey };
}

/** The identity of an order (contract, section 2) as a key for maps. */
export function orderKey({ symbol }: Instrument, id: string): string {
  return `${symbol} ${id}`;
}

/** The identity of a position as a key for maps. */
export function positionKey(row: Pick<PositionRow, "instrument" | "side" | "marginMode">): string {
  return row.instrument.legs[row.side][row.marginMode ?? "UNSAID"];
}
