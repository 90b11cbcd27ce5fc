import type { Registry as MetricRegistry } from "prom-client";
// By itself: prom-client's index also loads cluster, http and https, which costs half as much start-up time as the
// drill itself (docs/decisions/0004).
import Registry from "prom-client/lib/registry.js";
import { DEFAULT_METRIC_PREFIX } from "./metric-contract.js";
import { type Labels, MetricFamily } from "./metric-family.js";
import { MISMATCH_RULES, type Mismatch } from "./mismatch-rules.js";
import { pendingNotional } from "./pending-notional.js";
import type { AccountSnapshot } from "./snapshot.js";
import { type Clock, FETCH_ERROR_REASONS, type FetchErrorReason } from "./sync-result.js";

/** What a {@link MetricsBuilder} is made of. */
export interface MetricsOptions {
  /** Unix ms. */
  readonly clock: Clock;
  /** What all names begin with; grinder_account_sync without it. */
  readonly prefix?: string;
  /** Where the metrics stand; a registry of their own without it. Accounts at one endpoint share one. */
  readonly registry?: MetricRegistry;
  /** What tells this account from others on the registry, such as `{ account: "main" }`. */
  readonly labels?: Labels;
}

/**
 * The syncer's metrics on a prom-client registry, never the global one (contract, section 4).
 *
 * Every rule and every reason has its series at 0 from the first scrape on: `increase()` cannot see a
 * series that is born at 1. Ages are computed at scrape, from the clock that is passed in.
 */
export class MetricsBuilder {
  /** For serving these metrics beside others, from a scrape handler of one's own, or for the builder of the next account. */
  readonly registry: MetricRegistry;
  /** Unix ms. */
  readonly clock: Clock;
  readonly #labels: Record<string, string>;
  readonly #metrics: MetricFamily;
  #lastTsMs = 0;
  #lastWallMs = 0;

  /**
   * @throws DrillError `bad_input` where the labels cannot be ones, have other names than those on the registry, or
   *   values that are on it already; or where something else has taken the names.
   */
  constructor({
    clock,
    prefix = DEFAULT_METRIC_PREFIX,
    registry = new Registry(),
    labels = {},
  }: MetricsOptions) {
    this.clock = clock;
    this.registry = registry;
    this.#labels = { ...labels };
    const ages = {
      age: () => this.#secondsSince(this.#lastWallMs),
      dataAge: () => this.#secondsSince(this.#lastTsMs),
    };
    this.#metrics = MetricFamily.join(registry, prefix, this.#labels, ages);
    this.#startAtZero();
  }

  /** The Prometheus text of the whole registry, as the /metrics endpoint serves it. */
  build(): Promise<string> {
    return this.registry.metrics();
  }

  /** The gauges of an accepted snapshot. */
  recordAccepted(snapshot: AccountSnapshot): void {
    const { lastTs, positions, openOrders, pendingNotional: notional } = this.#metrics;
    this.#lastTsMs = snapshot.ts;
    lastTs.set(this.#labels, snapshot.ts);
    positions.set(this.#labels, snapshot.positions.length);
    openOrders.set(this.#labels, snapshot.openOrders.length);
    notional.set(this.#labels, Number(pendingNotional(snapshot.openOrders).text));
  }

  /**
   * A sync that completed without a fetch error, with what it found.
   *
   * @param now Unix ms.
   */
  recordCompleted(found: readonly Mismatch[], now = this.clock()): void {
    const { lastWallTs, mismatches, lastMismatch } = this.#metrics;
    this.#lastWallMs = now;
    lastWallTs.set(this.#labels, now);
    for (const rule of MISMATCH_RULES) {
      const count = found.reduce((sum, mismatch) => sum + Number(mismatch.rule === rule), 0);
      if (count === 0) continue;
      mismatches.inc({ rule, ...this.#labels }, count);
      lastMismatch.set({ rule, ...this.#labels }, now / 1000);
    }
  }

  /** A sync whose fetch failed. */
  recordError(reason: FetchErrorReason): void {
    this.#metrics.errors.inc({ reason, ...this.#labels });
  }

  #startAtZero(): void {
    const { lastTs, lastWallTs, positions, openOrders, pendingNotional: notional } = this.#metrics;
    for (const gauge of [lastTs, lastWallTs, positions, openOrders, notional]) gauge.set(this.#labels, 0);
    for (const reason of FETCH_ERROR_REASONS) this.#metrics.errors.inc({ reason, ...this.#labels }, 0);
    for (const rule of MISMATCH_RULES) {
      this.#metrics.mismatches.inc({ rule, ...this.#labels }, 0);
      this.#metrics.lastMismatch.set({ rule, ...this.#labels }, 0);
    }
  }

  #secondsSince(ms: number): number {
    return ms === 0 ? 0 : (this.clock() - ms) / 1000;
  }
}
