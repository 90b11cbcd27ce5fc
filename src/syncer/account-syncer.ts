import { DrillError } from "../errors.js";
import { AccountView } from "./account-view.js";
import type { Known, Told } from "./known.js";
import type { MetricsBuilder } from "./metrics.js";
import { findEach } from "./mismatch-rules.js";
import { isAhead, type Past } from "./past.js";
import { readKnown } from "./read-known.js";
import { isRegression } from "./rules/ts-regression.js";
import { AT_ONCE, type Settle, Settling } from "./settling.js";
import type { AccountSnapshot } from "./snapshot.js";
import { findShapeFault } from "./snapshot-shape.js";
import { toSyncError } from "./sync-error.js";
import type { Clock, SyncResult } from "./sync-result.js";

/** The exchange as the syncer sees it. */
export interface AccountPort {
  /** Fetches the account as it is now; throws or rejects where it cannot. */
  fetchAccountSnapshot(): Promise<AccountSnapshot> | AccountSnapshot;
}

/** What an {@link AccountSyncer} is made of. */
export interface AccountSyncerOptions {
  readonly port: AccountPort;
  readonly metrics: MetricsBuilder;
  /** Unix ms of the last snapshot accepted before this process began; 0 when there was none. */
  readonly lastTs?: number;
  /** How long a difference between the two sides must last before it is a finding; at once without it. */
  readonly settle?: Settle;
  /** Unix ms; the metrics' clock without it. */
  readonly clock?: Clock;
}

/**
 * Compares the exchange's account with what is known of it, and counts what does not fit (contract,
 * section 3). Read-only. One instance serves one loop.
 */
export class AccountSyncer {
  readonly #port: AccountPort;
  readonly #metrics: MetricsBuilder;
  readonly #clock: Clock;
  readonly #settling: Settling;
  #lastTs: number;
  #past: Past | null = null;
  #inFlight = false;

  /** @throws DrillError `bad_input` where `settle` is no pair of whole numbers. */
  constructor(options: AccountSyncerOptions) {
    this.#port = options.port;
    this.#metrics = options.metrics;
    this.#clock = options.clock ?? options.metrics.clock;
    this.#settling = new Settling(options.settle ?? AT_ONCE);
    this.#lastTs = options.lastTs ?? 0;
  }

  /** Unix ms of the last accepted snapshot; 0 before the first and after an empty account. */
  get lastTs(): number {
    return this.#lastTs;
  }

  /**
   * Fetches a snapshot, checks it against the rules and records the metrics. A failed fetch does not
   * throw: it comes back as `error`, and neither last ts nor a gauge moves.
   *
   * @param known what the system believes: ids of orders, or an object with ids, orders and positions. It is read
   *   when the answer is there, each list once; what is not told is not compared.
   * @throws DrillError `sync_in_flight` where the previous call has not ended yet; `bad_input` where `known` holds what
   *   is none, with its path. Then nothing was counted and nothing is remembered of this sync.
   */
  async sync(known?: Iterable<string> | Known | null): Promise<SyncResult> {
    if (this.#inFlight) {
      throw new DrillError(
        "sync_in_flight",
        "sync() was called while another sync() of the same AccountSyncer is running: await it first",
      );
    }
    this.#inFlight = true;
    try {
      return await this.#syncOnce(known);
    } finally {
      this.#inFlight = false;
    }
  }

  async #syncOnce(known: Iterable<string> | Known | null | undefined): Promise<SyncResult> {
    let answer: { readonly snapshot: AccountSnapshot; readonly now: number };
    try {
      answer = await this.#fetch();
    } catch (thrown) {
      const error = toSyncError(thrown);
      this.#metrics.recordError(error.reason);
      return { ok: false, snapshot: null, mismatches: [], pending: [], error };
    }
    return this.#check(answer.snapshot, answer.now, readKnown(known));
  }

  async #fetch(): Promise<{ readonly snapshot: AccountSnapshot; readonly now: number }> {
    const snapshot = await this.#port.fetchAccountSnapshot();
    const now = this.#clock();
    const fault = findShapeFault(snapshot);
    if (fault !== undefined) {
      throw new DrillError("bad_input", `${fault}: build snapshots with parseSnapshot()`);
    }
    // Accepted, it would make every later snapshot a regression for good.
    if (isAhead(snapshot.ts, now)) {
      const times = `snapshot ts ${snapshot.ts} is more than 5 minutes ahead of the clock, ${now}`;
      throw new DrillError("bad_input", times);
    }
    return { snapshot, now };
  }

  #check(snapshot: AccountSnapshot, now: number, told: Told): SyncResult {
    const account = new AccountView(snapshot);
    const { orderIds: knownOrderIds, orders: knownOrders, positions: knownPositions } = told;
    const [lastTs, past] = [this.#lastTs, this.#past];
    const input = { snapshot, lastTs, knownOrderIds, knownOrders, knownPositions, past, now };
    const isAccepted = !isRegression(input);
    const { mismatches, pending } = this.#settling.sift(findEach(input, account), now, isAccepted);
    if (isAccepted) {
      this.#lastTs = snapshot.ts;
      this.#past = { account, now };
      this.#metrics.recordAccepted(snapshot);
    }
    this.#metrics.recordCompleted(mismatches, now);
    return { ok: mismatches.length === 0, snapshot, mismatches, pending, error: null };
  }
}
