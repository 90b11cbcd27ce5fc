import type { Random } from "../random.js";
import type { VenueEvent } from "./venue.js";

interface Letter {
  readonly due: number;
  readonly event: VenueEvent;
}

// No event is heard later than this, in ms: far below the 10 s of grace that the documents advise.
const LATEST = 4_000;

/** The stream by which the bot hears of its orders and trades: late now and then, and in order for each symbol. */
export class Mail {
  readonly #random: Random;
  readonly #hear: (event: VenueEvent, at: number) => void;
  readonly #lastDue = new Map<string, number>();
  #letters: Letter[] = [];
  #isSlow = false;

  constructor(random: Random, hear: (event: VenueEvent, at: number) => void) {
    this.#random = random;
    this.#hear = hear;
  }

  /** Whether everything is late for a while. */
  slow(isSlow: boolean): void {
    this.#isSlow = isSlow;
  }

  /** Sends an event that happened at `now` (Unix ms). */
  post(event: VenueEvent, now: number): void {
    const { symbol } = event.instrument;
    const due = Math.max(now + this.#delay(), this.#lastDue.get(symbol) ?? 0);
    this.#lastDue.set(symbol, due);
    this.#letters.push({ due, event });
  }

  /** The bot hears all that is due. */
  deliver(until: number): void {
    const due = this.#letters.filter((letter) => letter.due <= until);
    this.#letters = this.#letters.filter((letter) => letter.due > until);
    for (const { due: at, event } of due) this.#hear(event, at);
  }

  /** The bot hears all that is under way, at once. */
  deliverAll(now: number): void {
    this.deliver(Number.MAX_SAFE_INTEGER);
    for (const [symbol, due] of this.#lastDue) this.#lastDue.set(symbol, Math.min(due, now));
  }

  /** What is under way is never heard. */
  discard(): void {
    this.#letters = [];
  }

  #delay(): number {
    const lot = this.#random.below(100);
    if (this.#isSlow) return this.#random.between(1_500, LATEST);
    if (lot < 60) return this.#random.between(5, 100);
    if (lot < 88) return this.#random.between(100, 900);
    return this.#random.between(900, LATEST);
  }
}
