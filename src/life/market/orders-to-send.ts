import type { MarginMode, OrderSide } from "../../syncer/snapshot.js";
import type { Random } from "../random.js";
import type { Leg } from "./holdings.js";
import type { Instrument } from "./instrument.js";
import type { OrderIds } from "./order-ids.js";
import type { NewOrder, Venue } from "./venue.js";

// A leg that holds more than this, in lots, is made smaller rather than larger.
const ENOUGH = 400;

interface Aim {
  readonly leg: Leg;
  readonly margin: MarginMode | null;
  readonly side: OrderSide;
  /** Whether it makes the leg smaller. */
  readonly shrinks: boolean;
  /** What the leg holds, as a magnitude. */
  readonly held: number;
}

/** Draws the orders that a bot would send. */
export class OrdersToSend {
  readonly #venue: Venue;
  readonly #ids: OrderIds;
  readonly #random: Random;

  constructor(venue: Venue, ids: OrderIds, random: Random) {
    this.#venue = venue;
    this.#ids = ids;
    this.#random = random;
  }

  /** A quote on one side of the market. */
  limit(instrument: Instrument): NewOrder {
    const aim = this.#aim(instrument);
    const away = this.#random.between(1, 400) * (aim.side === "BUY" ? -1 : 1);
    const price = this.#venue.priceOf(instrument) + away;
    const reduceOnly = aim.shrinks && this.#random.chance(40);
    return this.#order(instrument, aim, { orderType: "LIMIT", price, reduceOnly });
  }

  /** An order that is to be filled at once: opens, grows, shrinks, closes or flips a position. */
  market(instrument: Instrument): NewOrder {
    const aim = this.#aim(instrument);
    const order = this.#order(instrument, aim, { orderType: "MARKET", price: 0, reduceOnly: false });
    if (!aim.shrinks || this.#random.chance(40)) return order;
    const flips = aim.leg === "NET" && this.#random.chance(50);
    return { ...order, qty: flips ? aim.held + this.#random.between(1, 60) : aim.held };
  }

  /** A stop that closes whatever the position is; undefined where there is none. */
  stop(instrument: Instrument): NewOrder | undefined {
    const aim = this.#aim(instrument, true);
    if (aim.held === 0) return undefined;
    const orderType = this.#random.pick(["STOP_MARKET", "STOP", "TAKE_PROFIT", "TRAILING_STOP"]);
    const away = this.#random.between(200, 900) * (aim.side === "BUY" ? 1 : -1);
    const price = orderType === "STOP_MARKET" ? 0 : this.#venue.priceOf(instrument) + away;
    const order = this.#order(instrument, aim, { orderType, price, reduceOnly: true });
    return { ...order, qty: this.#random.chance(70) ? null : aim.held, filled: null };
  }

  /** An order that closes a leg as a whole. */
  closing(instrument: Instrument, leg: Leg, margin: MarginMode | null): NewOrder {
    const lots = this.#venue.holdings.lotsOf({ instrument, leg, margin });
    const long = leg === "LONG" || (leg === "NET" && lots > 0);
    const aim = { leg, margin, side: long ? "SELL" : "BUY", shrinks: true, held: Math.abs(lots) } as const;
    const order = this.#order(instrument, aim, { orderType: "MARKET", price: 0, reduceOnly: true });
    return { ...order, qty: aim.held };
  }

  #aim(instrument: Instrument, shrinks = false): Aim {
    const leg = instrument.mode === "hedge" ? this.#random.pick(["LONG", "SHORT"] as const) : "NET";
    const margin = this.#random.pick(instrument.margins);
    const lots = this.#venue.holdings.lotsOf({ instrument, leg, margin });
    const held = Math.abs(lots);
    const smaller = held > 0 && (shrinks || held > ENOUGH || this.#random.chance(40));
    const isLong = leg === "NET" ? (lots === 0 ? this.#random.chance(50) : lots > 0) : leg === "LONG";
    return { leg, margin, side: isLong !== smaller ? "BUY" : "SELL", shrinks: smaller, held };
  }

  #order(
    instrument: Instrument,
    { leg, margin, side }: Aim,
    about: Pick<NewOrder, "orderType" | "price" | "reduceOnly">,
  ): NewOrder {
    const clientOrderId = this.#ids.nextOfOurs();
    const qty = this.#random.between(2, 90);
    return { instrument, clientOrderId, side, ...about, qty, filled: 0, leg, margin };
  }
}
