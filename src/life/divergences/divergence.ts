import type { Taken } from "../../drill/taken.js";
import type { MismatchRule } from "../../syncer/mismatch-rules.js";
import type { BotsKnowledge } from "../market/book.js";
import type { Market } from "../market/market.js";
import type { Random } from "../random.js";
import type { Account } from "../rows.js";

/** One sync as it would be if nothing were wrong: what the exchange answers, and all that the bot knows. */
export interface View {
  readonly account: Account;
  readonly known: BotsKnowledge;
  /** Unix ms as of which the answer holds, also where it does not say so because the account is empty. */
  readonly stamp: number;
}

/** The moment at which a divergence may begin. */
export interface Scene {
  readonly view: View;
  /** Unix ms of the syncer's clock. */
  readonly at: number;
  /** Unix ms of the last accepted answer; 0 where the account was empty. */
  readonly lastTs: number;
  /** The accepted answers of a while, as they were given, the last one at the end; none from before a ts of 0. */
  readonly accepted: readonly Account[];
  /** Whether the syncer has seen the last of them, or was started anew since. */
  readonly remembers: boolean;
  readonly market: Market;
  readonly random: Random;
}

/** A divergence that has begun. */
export interface Planting {
  /** What it is about, in the words in which a finding names its row. */
  readonly row: string;
  /** How many answers show it; null: until it was found, and some more. */
  readonly answers: number | null;
  /** Whether the syncer is started anew at the sync in which it begins. */
  readonly restarts?: boolean;
  /** What the sync becomes by it; `age` counts the answers from 0, `at` is the clock in Unix ms. */
  alter(view: View, age: number, at: number): View;
  /** What ends it, where it takes more than that nothing is altered any more. */
  heal?(): void;
}

/** One kind of divergence. */
export interface Divergence {
  /** In plain words. */
  readonly name: string;
  /** The rule that has to find it; `parse` where the answer as a whole is refused. */
  readonly foundBy: MismatchRule | "parse";
  /** Another rule that may find it too, where it lasts. */
  readonly brings?: MismatchRule;
  /** What the drilled syncer must take, so that it can see it. */
  readonly needs: readonly Taken[];
  /** How it comes about. */
  readonly putIn: string;
  /** How it ends. */
  readonly healed: string;
  /** Begins it, or gives null where the account is not such that it could. */
  begin(scene: Scene): Planting | null;
}
