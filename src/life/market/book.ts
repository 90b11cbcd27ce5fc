import type { Random } from "../random.js";
import {
  type Known,
  type KnownOrder,
  type KnownPosition,
  type OrderRow,
  orderKey,
  positionKey,
} from "../rows.js";
import { type Holding, Holdings, sideOf } from "./holdings.js";
import type { Instrument } from "./instrument.js";
import type { Venue, VenueEvent } from "./venue.js";

// An id stays known for so many ms after its order was sent in vain or has ended.
const REMEMBERED = 30_000;

/** All that a bot can tell. */
export type BotsKnowledge = { readonly [part in keyof Known]: NonNullable<Known[part]> };

/** What the bot believes: all that it has heard, nothing more. */
export class Book {
  readonly #holdings = new Holdings();
  readonly #orders = new Map<string, KnownOrder>();
  /** Ids without an open order of their own: in flight, or ended not long ago; with the moment when they are forgotten. */
  readonly #loose = new Map<string, number>();
  readonly #random: Random;
  // What is told, until something is heard that changes it.
  #told: Pick<BotsKnowledge, "orders" | "positions"> | null = null;

  constructor(random: Random) {
    this.#random = random;
  }

  /** The bot has sent an order, and knows it by its own id until it hears of it. */
  sent(clientOrderId: string, at: number): void {
    this.#loose.set(clientOrderId, at + REMEMBERED);
  }

  hear({ row, isOpen, trade, clientOrderId }: VenueEvent, at: number): void {
    this.#told = null;
    if (trade !== null) this.#holdings.apply(trade);
    if (clientOrderId !== null) this.#loose.set(clientOrderId, at + REMEMBERED);
    if (row === null) return;
    if (isOpen) this.#orders.set(row.key, this.#said(row, this.#orders.get(row.key)));
    else {
      this.#orders.delete(row.key);
      this.#loose.set(row.orderId, at + REMEMBERED);
    }
  }

  /** The bot was started anew, and takes over what the exchange says. */
  adopt(venue: Venue): void {
    this.#told = null;
    this.#holdings.copyFrom(venue.holdings);
    this.#orders.clear();
    this.#loose.clear();
    for (const { row } of venue.orders()) this.#orders.set(row.key, this.#said(row));
  }

  /** All that the bot knows at a moment. */
  known(at: number): BotsKnowledge {
    for (const [id, until] of this.#loose) if (until < at) this.#loose.delete(id);
    this.#told ??= {
      orders: [...this.#orders.values()],
      positions: toldPositions(this.#holdings.all()),
    };
    return { orderIds: [...this.#loose.keys()], ...this.#told };
  }

  // By which id an order goes, and what is said of it, stays as it was first said.
  #said(row: OrderRow, before?: KnownOrder): KnownOrder {
    const { instrument, orderId, clientOrderId, side, price, qty } = row;
    const id = before?.id ?? (clientOrderId !== null && this.#random.chance(50) ? clientOrderId : orderId);
    const saysSide = before === undefined ? this.#random.chance(90) : before.side !== null;
    return {
      instrument,
      key: orderKey(instrument, id),
      id,
      side: saysSide ? side : null,
      price: price === 0 ? null : price,
      qty,
    };
  }
}

function toldPositions(holdings: readonly Holding[]): KnownPosition[] {
  const told = new Map<string, KnownPosition>();
  for (const holding of holdings) {
    const { instrument, lots } = holding;
    const position = { instrument, side: sideOf(holding), marginMode: toldMargin(instrument, holding) };
    const key = positionKey(position);
    const qty = (told.get(key)?.qty ?? 0) + Math.abs(lots);
    told.set(key, { ...position, qty });
  }
  return [...told.values()];
}

function toldMargin({ tellsMargin }: Instrument, { margin }: Holding): Holding["margin"] {
  return tellsMargin ? margin : null;
}
