// Lets account-sync-drill drill a syncer written in TypeScript, as a module:
//   account-sync-drill drill --syncer ./my-adapter.ts      (Node.js 22.18 or later; else compile it and give the .js)
// Change what stands below "yours" to call your syncer.
import { isAhead, type Known, MySyncer, type Snapshot } from "./my-syncer.ts"; // yours

interface SyncRequest {
  readonly now: number;
  readonly snapshot?: Snapshot;
  readonly fetch_error?: string;
  readonly expected: Known | null;
}

/** Yours: how long a difference lasts before it says so; 1 and 0 for at once. */
const settle = { syncs: 3, ms: 10_000 };

let syncer = new MySyncer(settle); // yours

export default {
  name: "my syncer",
  version: "0.1",
  language: "TypeScript",
  protocol: 2,
  // yours: what it compares, and last_ts where it can be started with that of the one before it
  takes: ["order_ids", "orders", "positions", "last_ts"],
  settle,

  reset({ last_ts = 0 }: { readonly last_ts?: number }): void {
    syncer = new MySyncer(settle); // yours: a fresh one, counters at zero
    syncer.lastTs = last_ts;
  },

  sync({ now, snapshot, fetch_error, expected }: SyncRequest) {
    if (snapshot === undefined || isAhead(snapshot, now)) {
      const error = fetch_error ?? "parse"; // a ts that is far ahead would make every later snapshot too old
      syncer.fetchFailed(error); // yours
      return { ok: false, mismatches: [], error, last_ts: syncer.lastTs };
    }
    const mismatches = syncer.check(snapshot, expected, now); // yours
    return { ok: mismatches.length === 0, mismatches, error: null, last_ts: syncer.lastTs };
  },

  metrics: ({ now }: { readonly now: number }): string => syncer.metrics.text(now), // yours
};
