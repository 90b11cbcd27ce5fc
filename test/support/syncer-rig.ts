import { AccountSyncer } from "../../src/syncer/account-syncer.js";
import type { Known } from "../../src/syncer/known.js";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import type { Settle } from "../../src/syncer/settling.js";
import type { AccountSnapshot } from "../../src/syncer/snapshot.js";
import { seriesOf } from "./metric-series.js";

/** What one fetch does: give a snapshot, or throw. */
export type Fetch = () => AccountSnapshot | Promise<AccountSnapshot>;

/** An AccountSyncer whose fetches are set one by one and whose clock stands still until it is moved. */
export class SyncerRig {
  now = 10_000;
  fetches = 0;
  /** How often a sync has read the clock; scrapes read that of the metrics. */
  clockReads = 0;
  readonly syncer: AccountSyncer;
  readonly #metrics = new MetricsBuilder({ clock: () => this.now });
  #fetch: Fetch = () => {
    throw new Error("no fetch was set");
  };

  constructor(options: { readonly lastTs?: number; readonly settle?: Settle } = {}) {
    const port = {
      fetchAccountSnapshot: () => {
        this.fetches += 1;
        return this.#fetch();
      },
    };
    const clock = () => {
      this.clockReads += 1;
      return this.now;
    };
    this.syncer = new AccountSyncer({ port, metrics: this.#metrics, clock, ...options });
  }

  /** One sync of `given`: a snapshot, or a fetch of one's own. */
  sync(given: AccountSnapshot | Fetch, known?: Iterable<string> | Known | null) {
    this.#fetch = typeof given === "function" ? given : () => given;
    return this.syncer.sync(known);
  }

  /** The samples of a scrape, now. */
  async scrape(): Promise<ReadonlyMap<string, number>> {
    return seriesOf(await this.#metrics.build());
  }
}
