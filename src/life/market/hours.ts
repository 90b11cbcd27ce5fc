import type { Random } from "../random.js";

/**
 * How a market goes for a while. `hectic`: one symbol is traded all the time, and the bot hears of it late; `empty`: the bot
 * has left, and holds nothing.
 */
export type Mood = "hectic" | "busy" | "calm" | "quiet" | "empty";

/** A while of a day: its mood, how often the account is synced, and how often something happens. */
export interface Stretch {
  readonly mood: Mood;
  /** Ms between two syncs. */
  readonly cadence: number;
  /** Ms between two events, on average. */
  readonly pace: number;
}

// What each day has, in some order: where syncs are frequent only the time tells a race from a divergence, and where they are
// rare only their number does.
const EACH_DAY: readonly (readonly [Mood, cadence: number])[] = [
  ["hectic", 5_000],
  ["busy", 1_000],
  ["calm", 15_000],
  ["quiet", 60_000],
  ["empty", 5_000],
];
const THEN: readonly Mood[] = [
  ...(["hectic", "busy", "busy", "busy", "busy"] as const),
  ...(["calm", "calm", "calm", "quiet", "empty"] as const),
];

const CADENCES: Readonly<Record<Mood, readonly number[]>> = {
  hectic: [1_000, 5_000, 5_000],
  busy: [1_000, 5_000, 5_000, 5_000, 5_000, 15_000],
  calm: [5_000, 5_000, 15_000],
  quiet: [5_000, 15_000, 60_000],
  empty: [5_000, 15_000],
};

const EVENTS_IN_A_SYNC: Readonly<Record<Mood, number>> = {
  hectic: 9,
  busy: 6,
  calm: 2,
  quiet: 0.1,
  empty: 1,
};

/** The same stretch, without a symbol whose size never stays the same for long enough to be compared. */
export function withoutHaste(stretch: Stretch): Stretch {
  return stretch.mood === "hectic" ? { ...stretch, mood: "busy" } : stretch;
}

/** The hours of a day, one stretch after the other; each mood comes early, and again at random. */
export class Hours {
  readonly #random: Random;
  readonly #first: (readonly [Mood, cadence: number])[];
  #left = 0;
  #now: Stretch;

  constructor(random: Random) {
    this.#random = random;
    this.#first = [["busy", 5_000], ...random.shuffled(EACH_DAY)];
    this.#now = this.#draw();
  }

  /** The stretch that the next sync belongs to. */
  next(): Stretch {
    if (this.#left === 0) this.#now = this.#draw();
    this.#left -= 1;
    return this.#now;
  }

  #draw(): Stretch {
    const [mood, cadence] = this.#first.shift() ?? this.#any();
    const short = mood === "empty" || mood === "hectic";
    this.#left = short ? this.#random.between(6, 16) : this.#random.between(20, 90);
    return { mood, cadence, pace: Math.trunc(cadence / EVENTS_IN_A_SYNC[mood]) };
  }

  #any(): readonly [Mood, cadence: number] {
    const mood = this.#random.pick(THEN);
    return [mood, this.#random.pick(CADENCES[mood])];
  }
}
