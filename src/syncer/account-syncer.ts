import { DrillError } from "../errors.js";
import type { MetricsBuilder } from "./metrics.js";
import { findMismatches } from "./mismatch-rules.js";
import { isRegression } from "./rules/ts-regression.js";
import type { AccountSnapshot } from "./snapshot.js";
import { findShapeFault } from "./snapshot-shape.js";
import { toSyncError } from "./sync-error.js";
import type { SyncResult } from "./sync-result.js";

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
}

/**
 * Compares the exchange's account with what is known of it, and counts what does not fit (contract,
 * section 3). Read-only. One instance serves one loop.
 */
export class AccountSyncer {
  readonly #port: AccountPort;
  readonly #metrics: MetricsBuilder;
  #lastTs: number;
  #inFlight = false;

  constructor(options: AccountSyncerOptions) {
    this.#port = options.port;
    this.#metrics = options.metrics;
    this.#lastTs = options.lastTs ?? 0;
  }

  /** Unix ms of the last accepted snapshot; 0 before the first and after an empty account. */
  get lastTs(): number {
    return this.#lastTs;
  }

  /**
   * Fetches a snapshot, checks it against the four rules and records the metrics. A failed fetch does not
   * throw: it comes back as `error`, and neither last ts nor a gauge moves.
   *
   * @param knownOrderIds the orders the system tracks; without it, orphans are not looked for.
   * @throws DrillError `sync_in_flight` where the previous call has not ended yet.
   */
  async sync(knownOrderIds?: Iterable<string> | null): Promise<SyncResult> {
    if (this.#inFlight) {
      throw new DrillError(
        "sync_in_flight",
        "sync() was called while another sync() of the same AccountSyncer is running: await it first",
      );
    }
    this.#inFlight = true;
    try {
      return await this.#syncOnce(knownOrderIds ?? null);
    } finally {
      this.#inFlight = false;
    }
  }

  async #syncOnce(knownOrderIds: Iterable<string> | null): Promise<SyncResult> {
    let snapshot: AccountSnapshot;
    try {
      snapshot = await this.#fetch();
    } catch (thrown) {
      const error = toSyncError(thrown);
      this.#metrics.recordError(error.reason);
      return { ok: false, snapshot: null, mismatches: [], error };
    }
    return this.#check(snapshot, knownOrderIds === null ? null : asSet(knownOrderIds));
  }

  async #fetch(): Promise<AccountSnapshot> {
    const snapshot = await this.#port.fetchAccountSnapshot();
    const fault = findShapeFault(snapshot);
    if (fault === undefined) return snapshot;
    throw new DrillError("bad_input", `${fault}: build snapshots with parseSnapshot()`);
  }

  #check(snapshot: AccountSnapshot, knownOrderIds: ReadonlySet<string> | null): SyncResult {
    const input = { snapshot, lastTs: this.#lastTs, knownOrderIds };
    const mismatches = findMismatches(input);
    if (!isRegression(input)) {
      this.#lastTs = snapshot.ts;
      this.#metrics.recordAccepted(snapshot);
    }
    this.#metrics.recordCompleted(mismatches);
    return { ok: mismatches.length === 0, snapshot, mismatches, error: null };
  }
}

function asSet(ids: Iterable<string>): ReadonlySet<string> {
  return ids instanceof Set ? ids : new Set(ids);
}
