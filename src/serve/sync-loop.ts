import { setTimeout as sleep } from "node:timers/promises";
import type { AccountSyncer } from "../syncer/account-syncer.js";
import type { Known } from "../syncer/known.js";
import type { SyncResult } from "../syncer/sync-result.js";

/** What a {@link runSyncLoop} is made of. */
export interface SyncLoop {
  readonly syncer: AccountSyncer;
  readonly known: Known;
  readonly intervalMs: number;
  /** Told of every sync before the next one begins. */
  readonly onResult: (result: SyncResult) => Promise<void>;
}

/** Syncs at once and then at each interval, until it is stopped. */
export async function runSyncLoop(loop: SyncLoop, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await loop.onResult(await loop.syncer.sync(loop.known));
    await sleep(loop.intervalMs, undefined, { signal: stop }).catch(() => undefined);
  }
}
