import type { Random } from "../random.js";
import type { OrderRow } from "../rows.js";
import type { Book } from "./book.js";
import type { Holds } from "./holds.js";
import type { Mail } from "./mail.js";
import type { OrderIds } from "./order-ids.js";
import type { Timeline } from "./timeline.js";
import type { NewOrder, OpenOrder, Venue } from "./venue.js";

/** What the parts of a market have in common. */
export interface Floor {
  readonly venue: Venue;
  readonly book: Book;
  readonly mail: Mail;
  readonly timeline: Timeline;
  readonly holds: Holds;
  readonly ids: OrderIds;
}

/** The bot's desk: what it sends takes its time to the exchange, and what the exchange says takes its time back. */
export class Desk {
  readonly #floor: Floor;
  readonly #random: Random;

  constructor(floor: Floor, random: Random) {
    this.#floor = floor;
    this.#random = random;
  }

  send(order: NewOrder, now: number): void {
    const { book, timeline } = this.#floor;
    book.sent(order.clientOrderId, now);
    timeline.plan(now + this.#wayThere(), (at) => this.#land(order, at));
  }

  cancel(order: OpenOrder, now: number): void {
    this.#whenItLands(order, now, (open, at) => this.#floor.venue.close(open, at));
  }

  amend(order: OpenOrder, change: Partial<Pick<OrderRow, "price" | "qty">>, now: number): void {
    this.#whenItLands(order, now, (open, at) => this.#floor.venue.amend(open, change, at));
  }

  #land(order: NewOrder, at: number): void {
    const { venue, mail, ids, holds, timeline } = this.#floor;
    if (holds.hasInstrument(order.instrument) || this.#random.chance(4)) {
      mail.post(venue.reject(order), at);
      return;
    }
    const accepted = venue.accept(order, ids.next(order.instrument), at);
    mail.post(accepted, at);
    if (order.orderType !== "MARKET" || accepted.row === null) return;
    const open = { ...order, row: accepted.row };
    if (this.#random.chance(80)) this.#fill(open, at);
    else timeline.plan(at + this.#random.between(100, 1_500), (then) => this.#fill(open, then));
  }

  #fill(order: OpenOrder, at: number): void {
    const { venue, mail, holds } = this.#floor;
    const open = venue.find(order);
    if (open === undefined) return;
    mail.post(holds.hasOrder(open.row) ? venue.close(open, at) : venue.fill(open, open.qty ?? 0, at), at);
  }

  #whenItLands(
    order: OpenOrder,
    now: number,
    act: (open: OpenOrder, at: number) => ReturnType<Venue["close"]>,
  ): void {
    const { venue, mail, holds, timeline } = this.#floor;
    timeline.plan(now + this.#wayThere(), (at) => {
      const open = venue.find(order);
      if (open !== undefined && !holds.hasOrder(open.row)) mail.post(act(open, at), at);
    });
  }

  #wayThere(): number {
    return this.#random.between(10, 150);
  }
}
