// Lets account-sync-drill drill a syncer written in TypeScript, in process:
//   account-sync-drill drill --syncer ./my-adapter.ts      (Node.js 22.18 or later; else compile it and give the .js)
// Change what stands below "yours" to call your syncer.
import { MySyncer, type Snapshot } from "./my-syncer.ts"; // yours

interface SyncRequest {
  readonly now: number;
  readonly snapshot?: Snapshot;
  readonly fetch_error?: string;
  readonly known_order_ids: readonly string[] | null;
}

let syncer = new MySyncer(); // yours

export default {
  name: "my syncer",
  version: "0.1",
  language: "TypeScript",

  reset(): void {
    syncer = new MySyncer(); // yours: a fresh one, counters at zero
  },

  sync({ now, snapshot, fetch_error, known_order_ids }: SyncRequest) {
    if (snapshot === undefined) {
      syncer.fetchFailed(fetch_error ?? "unknown"); // yours
      return { ok: false, mismatches: [], error: fetch_error, last_ts: syncer.lastTs };
    }
    const mismatches = syncer.check(snapshot, known_order_ids, now); // yours
    return { ok: mismatches.length === 0, mismatches, error: null, last_ts: syncer.lastTs };
  },

  metrics: ({ now }: { readonly now: number }): string => syncer.metrics(now), // yours
};
