// The three parts by themselves: prom-client's index also loads cluster, http and https, which costs half as
// much start-up time as the drill itself (docs/decisions/0004).
import type { Registry as MetricRegistry } from "prom-client";
import Counter from "prom-client/lib/counter.js";
import Gauge from "prom-client/lib/gauge.js";
import Registry from "prom-client/lib/registry.js";
import {
  CONTRACT_METRICS,
  DEFAULT_METRIC_PREFIX,
  LAST_MISMATCH_METRIC,
  type MetricSpec,
} from "./metric-contract.js";
import { MISMATCH_RULES, type Mismatch } from "./mismatch-rules.js";
import { pendingNotional } from "./pending-notional.js";
import type { AccountSnapshot } from "./snapshot.js";
import { type Clock, FETCH_ERROR_REASONS, type FetchErrorReason } from "./sync-result.js";

const { lastTs, lastWallTs, age, dataAge, errors, mismatches, positions, openOrders } = CONTRACT_METRICS;

/**
 * The syncer's metrics on a prom-client registry of their own (contract, section 4).
 *
 * Every rule and every reason has its series at 0 from the first scrape on: `increase()` cannot see a
 * series that is born at 1. Ages are computed at scrape, from the clock that is passed in.
 */
export class MetricsBuilder {
  /** For serving these metrics beside others, or from a scrape handler of one's own. */
  readonly registry: MetricRegistry = new Registry();
  readonly #clock: Clock;
  readonly #prefix: string;
  readonly #lastTs: Gauge;
  readonly #lastWallTs: Gauge;
  readonly #errors: Counter;
  readonly #mismatches: Counter;
  readonly #positions: Gauge;
  readonly #openOrders: Gauge;
  readonly #pendingNotional: Gauge;
  readonly #lastMismatch: Gauge;
  #lastTsMs = 0;
  #lastWallMs = 0;

  constructor(options: { clock: Clock; prefix?: string }) {
    this.#clock = options.clock;
    this.#prefix = options.prefix ?? DEFAULT_METRIC_PREFIX;
    this.#lastTs = this.#gauge(lastTs);
    this.#lastWallTs = this.#gauge(lastWallTs);
    this.#gauge(age, () => this.#secondsSince(this.#lastWallMs));
    this.#gauge(dataAge, () => this.#secondsSince(this.#lastTsMs));
    this.#errors = this.#counter(errors);
    this.#mismatches = this.#counter(mismatches);
    this.#positions = this.#gauge(positions);
    this.#openOrders = this.#gauge(openOrders);
    this.#pendingNotional = this.#gauge(CONTRACT_METRICS.pendingNotional);
    this.#lastMismatch = this.#gauge(LAST_MISMATCH_METRIC);
    for (const reason of FETCH_ERROR_REASONS) this.#errors.inc({ reason }, 0);
    for (const rule of MISMATCH_RULES) {
      this.#mismatches.inc({ rule }, 0);
      this.#lastMismatch.set({ rule }, 0);
    }
  }

  /** The Prometheus text, as the /metrics endpoint serves it. */
  build(): Promise<string> {
    return this.registry.metrics();
  }

  /** The gauges of an accepted snapshot. */
  recordAccepted(snapshot: AccountSnapshot): void {
    this.#lastTsMs = snapshot.ts;
    this.#lastTs.set(snapshot.ts);
    this.#positions.set(snapshot.positions.length);
    this.#openOrders.set(snapshot.openOrders.length);
    this.#pendingNotional.set(Number(pendingNotional(snapshot.openOrders).text));
  }

  /** A sync that completed without a fetch error, with what it found. */
  recordCompleted(found: readonly Mismatch[]): void {
    this.#lastWallMs = this.#clock();
    this.#lastWallTs.set(this.#lastWallMs);
    for (const { rule } of found) {
      this.#mismatches.inc({ rule });
      this.#lastMismatch.set({ rule }, this.#lastWallMs / 1000);
    }
  }

  /** A sync whose fetch failed. */
  recordError(reason: FetchErrorReason): void {
    this.#errors.inc({ reason });
  }

  #secondsSince(ms: number): number {
    return ms === 0 ? 0 : (this.#clock() - ms) / 1000;
  }

  #gauge(spec: MetricSpec, atScrape?: () => number): Gauge {
    const config = this.#config(spec);
    if (atScrape === undefined) return new Gauge(config);
    return new Gauge({
      ...config,
      collect() {
        this.set(atScrape());
      },
    });
  }

  #counter(spec: MetricSpec): Counter {
    return new Counter(this.#config(spec));
  }

  #config(spec: MetricSpec) {
    return {
      name: `${this.#prefix}_${spec.name}`,
      help: spec.help,
      labelNames: spec.label === undefined ? [] : [spec.label],
      registers: [this.registry],
    };
  }
}
