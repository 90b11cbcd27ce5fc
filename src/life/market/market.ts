import type { Random } from "../random.js";
import type { OrderRow, PositionRow } from "../rows.js";
import { Book } from "./book.js";
import type { Floor } from "./desk.js";
import { type Holding, sideOf } from "./holdings.js";
import { Holds } from "./holds.js";
import type { Stretch } from "./hours.js";
import { drawListing, type Instrument, type Listing } from "./instrument.js";
import { Mail } from "./mail.js";
import { OrderIds } from "./order-ids.js";
import { Timeline } from "./timeline.js";
import { Trader } from "./trader.js";
import { Venue } from "./venue.js";

const WARM_UP = 240_000;
const WARM_UP_PACE = 600;

/** One exchange with one bot on it. What happens there goes on whether or not somebody looks. */
export class Market {
  readonly listing: Listing;
  readonly floor: Floor;
  readonly #trader: Trader;
  readonly #random: Random;
  #now: number;
  #focus: Instrument;
  #stretch: Stretch | null = null;

  /** @param opensAt Unix ms; the market has been traded for a while by then. */
  constructor(random: Random, opensAt: number) {
    this.#random = random.fork("pace");
    this.listing = drawListing(random.fork("listing"));
    this.#focus = this.#random.pick(this.listing.traded);
    const venue = new Venue(this.listing.traded, random.fork("clock").between(-1_500, 1_500));
    const book = new Book(random.fork("book"));
    const mail = new Mail(random.fork("mail"), (event, at) => book.hear(event, at));
    const timeline = new Timeline();
    const ids = new OrderIds(random.fork("ids"));
    this.floor = { venue, book, mail, timeline, holds: new Holds(), ids };
    this.#trader = new Trader(this.floor, random.fork("trader"));
    this.#now = opensAt - WARM_UP;
    this.enter({ mood: "busy", cadence: 5_000, pace: WARM_UP_PACE });
    this.advance(opensAt);
  }

  /** How the market goes from now on. */
  enter(stretch: Stretch): void {
    if (stretch === this.#stretch) return;
    this.#stretch = stretch;
    this.floor.mail.slow(stretch.mood === "hectic");
    this.#focus = this.#random.pick(this.listing.traded);
    this.#planNext(stretch, this.#now);
  }

  /** Lets time pass, to a moment in Unix ms of the syncer's clock. */
  advance(to: number): void {
    this.#now = Math.max(this.#now, to);
    this.floor.timeline.advance(to);
  }

  /** The bot was started anew, and takes over what the exchange says; what it had not heard yet is in that. */
  adopt(): void {
    this.floor.mail.discard();
    this.floor.book.adopt(this.floor.venue);
  }

  /** The open orders as the exchange lists them now. */
  orders(): readonly OrderRow[] {
    return this.floor.venue.orders().map(({ row }) => row);
  }

  /** The positions as the exchange lists them now. */
  positions(): readonly PositionRow[] {
    return this.floor.venue.holdings.all().map((holding) => this.#row(holding));
  }

  // A stretch that is over plans nothing more.
  #planNext(stretch: Stretch, now: number): void {
    this.floor.timeline.plan(now + this.#random.between(1, 2 * stretch.pace), (at) => {
      if (stretch !== this.#stretch) return;
      if (stretch.mood === "empty") this.#trader.leave(at);
      else if (stretch.mood === "hectic") this.#trader.scalp(this.#focus, at);
      else this.#trader.act(this.#pick(), at);
      this.#planNext(stretch, at);
    });
  }

  #pick(): Instrument {
    const { busiest } = this.floor.holds;
    return busiest !== null && this.#random.chance(50) ? busiest : this.#random.pick(this.listing.traded);
  }

  #row(holding: Holding): PositionRow {
    const { instrument, margin, lots, entry, changedAt } = holding;
    return {
      instrument,
      side: sideOf(holding),
      marginMode: instrument.saysMargin ? margin : null,
      qty: Math.abs(lots),
      entry,
      mark: this.floor.venue.priceOf(instrument),
      leverage: 5,
      ts: instrument.stampsPositions ? changedAt : null,
    };
  }
}
