import type { Random } from "../random.js";
import { Desk, type Floor } from "./desk.js";
import type { Instrument } from "./instrument.js";
import { OrdersToSend } from "./orders-to-send.js";
import type { OpenOrder } from "./venue.js";

type Act = (instrument: Instrument, now: number) => void;

/** What happens on the market: what the bot does, and what the exchange does to it. */
export class Trader {
  readonly #floor: Floor;
  readonly #random: Random;
  readonly #desk: Desk;
  readonly #orders: OrdersToSend;
  readonly #acts: readonly (readonly [weight: number, act: Act])[];
  readonly #weights: number;

  constructor(floor: Floor, random: Random) {
    this.#floor = floor;
    this.#random = random;
    this.#desk = new Desk(floor, random.fork("desk"));
    this.#orders = new OrdersToSend(floor.venue, floor.ids, random.fork("orders"));
    this.#acts = [
      [32, (instrument, now) => this.#quote(instrument, now)],
      [12, (instrument, now) => this.#cancel(instrument, now)],
      [10, (instrument, now) => this.#amend(instrument, now)],
      [26, (instrument, now) => this.#fill(instrument, now)],
      [14, (instrument, now) => this.#desk.send(this.#orders.market(instrument), now)],
      [6, (instrument, now) => this.#placeStop(instrument, now)],
      [3, (instrument, now) => this.#expire(instrument, now)],
      [2, (instrument, now) => this.#reachStop(instrument, now)],
      [1, (instrument, now) => this.#liquidate(instrument, now)],
      [1, () => this.#floor.venue.holdings.dropFlat()],
    ];
    this.#weights = this.#acts.reduce((sum, [weight]) => sum + weight, 0);
  }

  /** Something happens on a symbol, unless it is held still. */
  act(instrument: Instrument, now: number): void {
    this.#floor.venue.movePrice(instrument, this.#random.between(-300, 300));
    if (this.#floor.holds.hasInstrument(instrument)) return;
    let lot = this.#random.below(this.#weights);
    for (const [weight, act] of this.#acts) {
      if (lot < weight) {
        act(instrument, now);
        return;
      }
      lot -= weight;
    }
  }

  /** Something happens on a symbol that is traded in and out of all the time. */
  scalp(instrument: Instrument, now: number): void {
    const isFree = !this.#floor.holds.hasInstrument(instrument);
    if (isFree && this.#random.chance(70)) this.#desk.send(this.#orders.market(instrument), now);
    else this.act(instrument, now);
  }

  /** The bot gives everything up: cancels all, closes all. */
  leave(now: number): void {
    const { venue, holds } = this.#floor;
    for (const order of venue.orders()) this.#desk.cancel(order, now + this.#random.below(800));
    for (const { instrument, leg, margin, lots } of venue.holdings.all()) {
      if (lots === 0 || holds.hasInstrument(instrument)) continue;
      this.#desk.send(this.#orders.closing(instrument, leg, margin), now + this.#random.below(800));
    }
    venue.holdings.dropFlat();
  }

  #quote(instrument: Instrument, now: number): void {
    const open = this.#floor.venue.ordersOn(instrument);
    if (open.length >= 5) this.#cancel(instrument, now);
    else this.#desk.send(this.#orders.limit(instrument), now);
  }

  #cancel(instrument: Instrument, now: number): void {
    const order = this.#free(instrument);
    if (order !== undefined) this.#desk.cancel(order, now);
  }

  #amend(instrument: Instrument, now: number): void {
    const order = this.#free(instrument, "LIMIT");
    if (order === undefined) return;
    const { price, qty, filled } = order.row;
    const moved = price + this.#random.pick([-7, -3, -1, 1, 2, 5]);
    const larger = Math.max(filled ?? 0, qty ?? 0) + this.#random.between(1, 30);
    this.#desk.amend(order, this.#random.chance(60) ? { price: moved } : { qty: larger }, now);
  }

  #fill(instrument: Instrument, now: number): void {
    const order = this.#free(instrument, "LIMIT");
    if (order === undefined) return;
    const { qty, filled } = order.row;
    const left = (qty ?? 0) - (filled ?? 0);
    const lots = this.#random.chance(70) ? this.#random.between(1, left) : left;
    this.#floor.mail.post(this.#floor.venue.fill(order, lots, now), now);
  }

  #placeStop(instrument: Instrument, now: number): void {
    const stop = this.#orders.stop(instrument);
    if (stop !== undefined) this.#desk.send(stop, now);
  }

  #expire(instrument: Instrument, now: number): void {
    const order = this.#free(instrument);
    if (order !== undefined) this.#floor.mail.post(this.#floor.venue.close(order, now, "EXPIRED"), now);
  }

  #reachStop(instrument: Instrument, now: number): void {
    const { venue, mail } = this.#floor;
    const stop = venue.ordersOn(instrument).find((order) => order.qty === null && this.#isFree(order));
    if (stop === undefined) return;
    mail.post(venue.close(stop, now, "FILLED"), now);
    if (venue.holdings.lotsOf(stop) !== 0) mail.post(venue.closeLeg(stop, now), now);
  }

  #liquidate(instrument: Instrument, now: number): void {
    const { venue, mail } = this.#floor;
    const held = venue.holdings.all().filter((leg) => leg.instrument === instrument && leg.lots !== 0);
    const leg = this.#random.pickAny(held);
    const orders = venue.ordersOn(instrument);
    if (leg === undefined || !orders.every((order) => this.#isFree(order))) return;
    for (const order of orders) mail.post(venue.close(order, now), now);
    mail.post(venue.closeLeg(leg, now), now);
  }

  #free(instrument: Instrument, orderType?: string): OpenOrder | undefined {
    const orders = this.#floor.venue.ordersOn(instrument);
    return this.#random.pickAny(
      orders.filter(
        (order) => this.#isFree(order) && (orderType === undefined || order.orderType === orderType),
      ),
    );
  }

  #isFree(order: OpenOrder): boolean {
    return !this.#floor.holds.hasOrder(order.row);
  }
}
