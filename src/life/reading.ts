import type { View } from "./divergences/divergence.js";
import type { Market } from "./market/market.js";
import { differencesOf } from "./model/differences.js";
import { indexed } from "./model/indexed.js";
import { Streaks } from "./model/streaks.js";
import type { Random } from "./random.js";
import type { Account, Known, OrderRow, PositionRow } from "./rows.js";

// A healthy difference is over after so many ms: less than the 10 s that the documents advise to wait.
const LONGEST_RACE = 8_000;

const AT_ONCE = { syncs: 1, ms: 0 };

type Stamp = "answer" | "answer_in_seconds" | "request";

interface Moments {
  readonly request: number;
  readonly first: number;
  readonly second: number;
}

/** How an account is looked at: orders and positions at two moments, what the bot knows when the answer is there. */
export class Reading {
  readonly #market: Market;
  readonly #random: Random;
  readonly #stamp: Stamp;
  readonly #emptySaysTs: boolean;
  readonly #races = new Streaks();

  constructor(market: Market, random: Random) {
    this.#market = market;
    this.#random = random;
    this.#stamp = random.pick(["answer", "answer_in_seconds", "request"] as const);
    this.#emptySaysTs = random.chance(50);
  }

  /** Lets the market go on to `at` (Unix ms), `gap` ms after the last look, and looks at it on the way. */
  look(at: number, gap: number): View {
    const moments = this.#draw(at, gap);
    const ordersFirst = this.#random.chance(50);
    this.#market.advance(moments.first);
    const early = ordersFirst ? { orders: this.#market.orders() } : { positions: this.#market.positions() };
    this.#market.advance(moments.second);
    const account = { orders: this.#market.orders(), positions: this.#market.positions(), ...early };
    this.#market.advance(at);
    this.#market.floor.mail.deliver(at);
    return this.#view(account, at, moments);
  }

  /**
   * The same look, or {@link calm} where a difference would have lasted too long for a race: two trades of one size can look
   * like one that was never heard of.
   */
  asHealthy(view: View, known: Known | null, at: number): View {
    const differences = differencesOf(indexed(view.account), known);
    if (this.#races.oldest(differences, at) >= LONGEST_RACE) return this.calm(at);
    this.#races.see(differences, at, AT_ONCE);
    return view;
  }

  /** A look at a moment at which the bot has heard of everything. */
  calm(at: number): View {
    this.#market.floor.mail.deliverAll(at);
    this.#races.see([], at, AT_ONCE);
    const account = { orders: this.#market.orders(), positions: this.#market.positions() };
    return this.#view(account, at, { request: at, first: at, second: at });
  }

  #draw(at: number, gap: number): Moments {
    const most = Math.trunc((gap * 8) / 10);
    const usual = this.#random.between(60, 900);
    const request = at - Math.min(most, this.#random.chance(5) ? usual * 4 : usual);
    const first = this.#random.between(request, at);
    return { request, first, second: this.#random.between(first, at) };
  }

  #view(
    { orders, positions }: { orders: readonly OrderRow[]; positions: readonly PositionRow[] },
    at: number,
    moments: Moments,
  ): View {
    const isEmpty = orders.length === 0 && positions.length === 0;
    const stamp = this.#tsOf(moments);
    const ts = isEmpty && !this.#emptySaysTs ? 0 : stamp;
    const account: Account = { orders: this.#oddStamp(orders), positions, ts };
    return { account, known: this.#market.floor.book.known(at), stamp };
  }

  #tsOf({ request, second }: Moments): number {
    if (this.#stamp === "request") return request;
    const answered = this.#market.floor.venue.timeAt(second);
    return this.#stamp === "answer" ? answered : answered - (answered % 1_000);
  }

  // Some exchanges stamp a row in microseconds now and then: it says nothing, and nothing is wrong.
  #oddStamp(orders: readonly OrderRow[]): readonly OrderRow[] {
    const odd = this.#random.chance(1) ? this.#random.pickAny(orders) : undefined;
    return odd === undefined
      ? orders
      : orders.map((row) => (row === odd && row.ts !== null ? { ...row, ts: row.ts * 1_000 } : row));
  }
}
