import type { MarginMode, OrderSide } from "../../syncer/snapshot.js";
import { type OrderRow, orderRow } from "../rows.js";
import { Holdings, type Leg, type Trade } from "./holdings.js";
import type { Instrument } from "./instrument.js";

/** An order as the bot sends it. */
export interface NewOrder {
  readonly instrument: Instrument;
  readonly clientOrderId: string;
  readonly side: OrderSide;
  readonly orderType: string;
  readonly price: number;
  readonly qty: number | null;
  /** Null where the exchange does not say for such an order how much of it is filled. */
  readonly filled: 0 | null;
  readonly reduceOnly: boolean;
  readonly leg: Leg;
  readonly margin: MarginMode | null;
}

/** An order that is open at the exchange. */
export interface OpenOrder extends NewOrder {
  readonly row: OrderRow;
}

/** What the exchange tells the bot, sooner or later. */
export interface VenueEvent {
  readonly instrument: Instrument;
  readonly clientOrderId: string | null;
  /** The order after the event; null where it was rejected or no order is concerned. */
  readonly row: OrderRow | null;
  readonly isOpen: boolean;
  readonly trade: Trade | null;
}

/** The exchange: what is really open and really held. Each change gives the event that the bot will hear of. */
export class Venue {
  readonly holdings = new Holdings();
  readonly #orders = new Map<string, OpenOrder>();
  readonly #prices = new Map<string, number>();
  readonly #clockOffset: number;

  /** @param clockOffset ms by which the exchange's clock is ahead of the syncer's. */
  constructor(instruments: readonly Instrument[], clockOffset: number) {
    for (const { symbol, startPrice } of instruments) this.#prices.set(symbol, startPrice);
    this.#clockOffset = clockOffset;
  }

  orders(): readonly OpenOrder[] {
    return [...this.#orders.values()];
  }

  ordersOn(instrument: Instrument): readonly OpenOrder[] {
    return this.orders().filter((order) => order.instrument === instrument);
  }

  /** The order as it is now, or undefined where it is no longer open. */
  find({ row }: OpenOrder): OpenOrder | undefined {
    return this.#orders.get(row.key);
  }

  /** In ticks. */
  priceOf({ symbol }: Instrument): number {
    return this.#prices.get(symbol) ?? 0;
  }

  movePrice({ symbol, startPrice }: Instrument, ticks: number): void {
    const low = Math.trunc(startPrice / 2);
    this.#prices.set(
      symbol,
      Math.max(low, Math.min(startPrice * 2, (this.#prices.get(symbol) ?? 0) + ticks)),
    );
  }

  /** The exchange's own time at a moment of the syncer's clock. */
  timeAt(now: number): number {
    return now + this.#clockOffset;
  }

  accept(order: NewOrder, orderId: string, now: number): VenueEvent {
    const { instrument, clientOrderId, side, orderType, price, qty, filled, reduceOnly } = order;
    const shown = instrument.showsClientIds ? clientOrderId : null;
    const row = orderRow({
      ...{ instrument, orderId, clientOrderId: shown, side, orderType, price, qty, filled, reduceOnly },
      status: "NEW",
      ts: this.timeAt(now),
    });
    return this.#keep(order, row);
  }

  reject({ instrument, clientOrderId }: NewOrder): VenueEvent {
    return { instrument, clientOrderId, row: null, isOpen: false, trade: null };
  }

  amend(order: OpenOrder, change: Partial<Pick<OrderRow, "price" | "qty">>, now: number): VenueEvent {
    return this.#keep(order, { ...order.row, ...change, ts: this.timeAt(now) });
  }

  /** Takes an order off the book: cancelled, expired, refused by the risk engine. */
  close(order: OpenOrder, now: number, status = "CANCELED"): VenueEvent {
    this.#orders.delete(order.row.key);
    const row = { ...order.row, status, ts: this.timeAt(now) };
    return eventOf(order, row, false, null);
  }

  /** Fills an order, by at most what is left of it and what its leg can lose; one that can do nothing expires. */
  fill(order: OpenOrder, lots: number, now: number): VenueEvent {
    const { row } = order;
    const left = (row.qty ?? Number.MAX_SAFE_INTEGER) - (row.filled ?? 0);
    const filling = Math.min(lots, left, this.#roomOf(order));
    if (filling === 0) return this.close(order, now, "EXPIRED");
    const sum = (row.filled ?? 0) + filling;
    const trade = this.#trade(order, order.side === "BUY" ? filling : -filling, now);
    const filledRow = { ...row, filled: sum, status: "PARTIALLY_FILLED", ts: this.timeAt(now) };
    if (filling < left && row.qty !== null) return { ...this.#keep(order, filledRow), trade };
    return { ...this.close(order, now, "FILLED"), trade };
  }

  /** Closes a leg by force or because a stop was reached. */
  closeLeg(leg: Pick<Trade, "instrument" | "leg" | "margin">, now: number): VenueEvent {
    const lots = this.holdings.lotsOf(leg);
    const trade = this.#move(leg, -lots, now);
    return { instrument: leg.instrument, clientOrderId: null, row: null, isOpen: false, trade };
  }

  #roomOf(order: OpenOrder): number {
    const lots = this.holdings.lotsOf(order);
    if (order.reduceOnly && order.leg === "NET") {
      return order.side === "BUY" ? Math.max(0, -lots) : Math.max(0, lots);
    }
    const shrinks = order.side === (order.leg === "LONG" ? "SELL" : "BUY");
    return order.leg !== "NET" && shrinks ? lots : Number.MAX_SAFE_INTEGER;
  }

  // A SHORT leg is a magnitude: selling makes it grow.
  #trade(order: OpenOrder, bought: number, now: number): Trade {
    return this.#move(order, order.leg === "SHORT" ? -bought : bought, now);
  }

  #move(leg: Pick<Trade, "instrument" | "leg" | "margin">, delta: number, now: number): Trade {
    const { instrument, margin } = leg;
    const price = this.priceOf(instrument);
    const trade = { instrument, leg: leg.leg, margin, delta, price, at: this.timeAt(now) };
    this.holdings.apply(trade);
    return trade;
  }

  #keep(order: NewOrder, row: OrderRow): VenueEvent {
    this.#orders.set(row.key, { ...order, row });
    return eventOf(order, row, true, null);
  }
}

function eventOf(order: NewOrder, row: OrderRow, isOpen: boolean, trade: Trade | null): VenueEvent {
  return { instrument: order.instrument, clientOrderId: order.clientOrderId, row, isOpen, trade };
}
