import type { createServer } from "node:http";
import { AccountSyncer } from "../syncer/account-syncer.js";
import type { Known } from "../syncer/known.js";
import { MetricsBuilder } from "../syncer/metrics.js";
import type { Clock, SyncResult } from "../syncer/sync-result.js";
import { type Fault, knownOfMadeUp, MadeUpAccount } from "./made-up-account.js";
import { startMetricsServer } from "./metrics-server.js";
import { runSyncLoop } from "./sync-loop.js";

const INTERVAL_MS = 1000;

/** What `serve` is made of. */
export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly fault: Fault | null;
  readonly clock: Clock;
  readonly createServer: typeof createServer;
  /** Told where it listens, once it does. */
  readonly onListening: (address: string) => void;
  /** Told of every sync that did not end well. */
  readonly onFinding: (result: SyncResult, known: Known) => Promise<void>;
}

/**
 * Runs the bundled syncer in a loop on a made-up account and serves its metrics, until it is stopped.
 *
 * @throws DrillError `bad_input` where it cannot listen.
 */
export async function serve(options: ServeOptions, stop: AbortSignal): Promise<void> {
  const { clock, fault } = options;
  const metrics = new MetricsBuilder({ clock });
  const syncer = new AccountSyncer({ port: new MadeUpAccount(clock, fault), metrics });
  let isReady = false;
  const server = await startMetricsServer({ ...options, metrics, isReady: () => isReady });
  try {
    options.onListening(server.address);
    const known = knownOfMadeUp(fault?.rule ?? null);
    const onResult = async (result: SyncResult) => {
      isReady = true;
      if (!result.ok) await options.onFinding(result, known);
    };
    await runSyncLoop({ syncer, known, intervalMs: INTERVAL_MS, onResult }, stop);
  } finally {
    await server.close();
  }
}
