import { DrillError } from "../errors.js";
import { AccountSyncer } from "../syncer/account-syncer.js";
import { MetricsBuilder } from "../syncer/metrics.js";
import { parseExpected } from "../syncer/parse-expected.js";
import { parseSnapshot } from "../syncer/parse-snapshot.js";
import { AT_ONCE, type Settle } from "../syncer/settling.js";
import type { AccountSnapshot } from "../syncer/snapshot.js";
import type { DrilledSyncer, SyncReply, SyncRequest } from "./drilled-syncer.js";
import type { SyncerIdentity } from "./results.js";
import { TAKEN } from "./taken.js";

/** The syncer that ships with this package, drilled in process through its public face. */
export class BundledSyncer implements DrilledSyncer {
  readonly identity: SyncerIdentity;
  readonly takes = TAKEN;
  readonly settle: Settle;
  readonly #prefix: string | undefined;
  #now = 0;
  #request: SyncRequest | null = null;
  #metrics: MetricsBuilder;
  #syncer: AccountSyncer;

  /** @param settle how long a difference must last; at once without it. */
  constructor(version: string, prefix?: string, settle: Settle = AT_ONCE) {
    this.#prefix = prefix;
    this.settle = settle;
    this.#metrics = this.#freshMetrics();
    this.#syncer = this.#freshSyncer(0);
    this.identity = { name: "bundled AccountSyncer", version, language: "TypeScript", isBundled: true };
  }

  withSettle(settle: Settle): BundledSyncer {
    return new BundledSyncer(this.identity.version, this.#prefix, settle);
  }

  async reset(now: number, lastTs = 0): Promise<void> {
    this.#now = now;
    this.#metrics = this.#freshMetrics();
    this.#syncer = this.#freshSyncer(lastTs);
  }

  async sync(request: SyncRequest): Promise<SyncReply> {
    this.#now = request.now;
    this.#request = request;
    const { expected = null, knownOrderIds } = request;
    const known = expected === null ? knownOrderIds : parseExpected(expected);
    const { ok, mismatches, error } = await this.#syncer.sync(known);
    return { ok, mismatches, error: error?.reason ?? null, lastTs: this.#syncer.lastTs };
  }

  async metrics(now: number): Promise<string> {
    this.#now = now;
    return this.#metrics.build();
  }

  #freshMetrics(): MetricsBuilder {
    const prefix = this.#prefix === undefined ? {} : { prefix: this.#prefix };
    return new MetricsBuilder({ clock: () => this.#now, ...prefix });
  }

  #freshSyncer(lastTs: number): AccountSyncer {
    return new AccountSyncer({
      port: { fetchAccountSnapshot: () => this.#fetch() },
      metrics: this.#metrics,
      settle: this.settle,
      lastTs,
    });
  }

  #fetch(): AccountSnapshot {
    const request = this.#request;
    if (request === null) throw new DrillError("bad_input", "no snapshot was fed");
    if (request.fetchError !== null) {
      throw Object.assign(new Error("injected by the drill"), { reason: request.fetchError });
    }
    return parseSnapshot(request.snapshot);
  }
}
