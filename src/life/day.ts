import type { Taken } from "../drill/taken.js";
import type { Settle } from "../syncer/settling.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";
import type { Divergence, Scene, View } from "./divergences/divergence.js";
import { Hours, type Stretch, withoutHaste } from "./market/hours.js";
import { Market } from "./market/market.js";
import { ContractModel } from "./model/contract-model.js";
import type { Expected } from "./model/finding.js";
import { Plan, type Planted } from "./plan.js";
import { Random } from "./random.js";
import { Reading } from "./reading.js";
import type { Account, LifeStep } from "./rows.js";
import { type Telling, toldPart } from "./taken.js";

/** What makes a day what it is. The same gives the same day on every machine. */
export interface DayOptions {
  readonly seed: number;
  /** From 1. */
  readonly day: number;
  /** At least so many; more where the divergences would not find room. */
  readonly syncs: number;
  /** The grace of the syncer that the day is for. */
  readonly settle: Settle;
  /** What that syncer takes. */
  readonly takes: readonly Taken[];
  /** What is put in, each at least once; none: a healthy day. */
  readonly divergences: readonly Divergence[];
}

/** A day of trading: each sync with what it must come to, and what was put in. */
export interface Day {
  readonly steps: readonly LifeStep[];
  readonly expected: readonly Expected[];
  readonly planted: readonly Planted[];
}

const FIRST_DAY = 1_600_000_000_000;
const REASONS: readonly FetchErrorReason[] = [
  "timeout",
  "timeout",
  "network",
  "network",
  "rate_limit",
  "auth",
  "parse",
  "unknown",
];
const MOST_REMEMBERED = 60;
// A day is never longer by more than this, whatever could not be put in.
const MOST_SYNCS = 10_000;

/** Makes a day of trading. Pure: nothing but the options has a say. */
export function makeDay(options: DayOptions): Day {
  return new DayInTheMaking(options).make();
}

class DayInTheMaking {
  readonly #options: DayOptions;
  readonly #random: Random;
  readonly #market: Market;
  readonly #reading: Reading;
  readonly #hours: Hours;
  readonly #model: ContractModel;
  readonly #plan: Plan;
  readonly #steps: LifeStep[] = [];
  readonly #expected: Expected[] = [];
  #at: number;
  #stretch: Stretch;
  #accepted: Account[] = [];
  #remembers = false;
  #forgetful = 0;
  #isFailing = false;
  // Set when something was healed: what it was must not live on in a race that looks like it.
  #mustBeCalm = false;

  constructor(options: DayOptions) {
    this.#options = options;
    const random = new Random(`life ${options.seed} day ${options.day}`);
    this.#random = random.fork("day");
    this.#at = FIRST_DAY + this.#random.below(2 ** 31) * 90;
    this.#market = new Market(random.fork("market"), this.#at);
    this.#reading = new Reading(this.#market, random.fork("reading"));
    this.#hours = new Hours(random.fork("hours"));
    this.#stretch = this.#hours.next();
    this.#model = new ContractModel(options.settle, options.takes.includes("last_ts"));
    this.#plan = new Plan(options.divergences, options.syncs, random.fork("divergences"));
  }

  make(): Day {
    const { syncs } = this.#options;
    while (this.#steps.length < syncs || (!this.#plan.isDone && this.#steps.length < MOST_SYNCS + syncs)) {
      this.#sync();
    }
    return { steps: this.#steps, expected: this.#expected, planted: this.#plan.planted };
  }

  #sync(): void {
    const gap = this.#passTime();
    const restart = this.#restarts();
    const view = this.#reading.look(this.#at, gap);
    const reason = this.#failure();
    const telling = this.#telling();
    if (this.#forgetful === 1) this.#market.adopt();
    this.#forgetful = Math.max(0, this.#forgetful - 1);
    if (reason === null) this.#answered(view, telling, restart);
    else this.#judge({ at: this.#at, restart, known: this.#told(view, telling), answer: reason });
  }

  #answered(healthy: View, telling: Telling, restart: boolean): void {
    const begins = telling === "all" && this.#plan.isDue(this.#steps.length);
    const seen =
      this.#mustBeCalm || begins
        ? this.#reading.calm(this.#at)
        : this.#reading.asHealthy(healthy, this.#told(healthy, telling), this.#at);
    this.#mustBeCalm = false;
    if (restart) this.#remembers = false;
    if (begins) this.#plan.begin(this.#scene(seen), this.#steps.length);
    const view = this.#plan.alter(seen, this.#at);
    const restarted = restart || this.#plan.restartsNow;
    const known = this.#told(view, telling);
    const expected = this.#judge({ at: this.#at, restart: restarted, known, answer: view.account });
    this.#remember(view.account, expected);
    if (this.#plan.saw(expected, this.#steps.length - 1)) {
      this.#market.floor.holds.release();
      this.#accepted = [];
      this.#mustBeCalm = true;
    }
  }

  #judge(step: LifeStep): Expected {
    const expected = this.#model.judge(step);
    this.#steps.push(step);
    this.#expected.push(expected);
    return expected;
  }

  #remember(account: Account, { error, lastTs }: Expected): void {
    if (error !== null || lastTs !== account.ts) return;
    this.#accepted = lastTs === 0 ? [] : [...this.#accepted.slice(-MOST_REMEMBERED), account];
    this.#remembers = true;
  }

  #scene(view: View): Scene {
    return {
      view,
      at: this.#at,
      lastTs: this.#model.lastTs,
      accepted: this.#accepted,
      remembers: this.#remembers,
      market: this.#market,
      random: this.#plan.random,
    };
  }

  /** To the next sync; the ms since the last. While something is planted, the hour stays what it is, but for haste. */
  #passTime(): number {
    this.#stretch = this.#plan.isActive ? withoutHaste(this.#stretch) : this.#hours.next();
    this.#market.enter(this.#stretch);
    const { cadence } = this.#stretch;
    const late = this.#random.chance(30) ? this.#random.below(Math.trunc(cadence / 3)) : 0;
    this.#at += cadence + late;
    return cadence + late;
  }

  #restarts(): boolean {
    if (this.#plan.isActive) return this.#random.below(1_000) < 15;
    if (this.#forgetful > 0 || this.#random.below(1_000) >= 8) return false;
    if (this.#random.chance(50)) this.#forgetful = this.#random.between(2, 3);
    return true;
  }

  #failure(): FetchErrorReason | null {
    this.#isFailing = this.#random.chance(this.#isFailing ? 40 : this.#plan.isActive ? 20 : 3);
    return this.#isFailing ? this.#random.pick(REASONS) : null;
  }

  #telling(): Telling {
    if (this.#forgetful > 0) return "nothing";
    const lot = this.#random.below(200);
    return lot === 0 ? "nothing" : lot < 3 ? "ids" : "all";
  }

  #told(view: View, telling: Telling) {
    return toldPart(view.known, telling, this.#options.takes);
  }
}
