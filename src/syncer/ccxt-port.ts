import type { AccountPort } from "./account-syncer.js";
import { parseCcxt } from "./parse-ccxt.js";

/** What is needed of a ccxt exchange. */
export interface CcxtExchange {
  /** What it can do; where it says that it has no fetchPositions, as a spot exchange does, that is not called. */
  readonly has?: Readonly<Record<string, unknown>>;
  fetchPositions(): Promise<unknown>;
  fetchOpenOrders(): Promise<unknown>;
  /** Unix ms. */
  milliseconds(): number;
}

/**
 * An account as ccxt fetches it. The snapshot's ts is the moment when the first request was sent, since the answers hold
 * from then on at least (contract, section 2).
 */
export function ccxtPort(exchange: CcxtExchange): AccountPort {
  return {
    async fetchAccountSnapshot() {
      const timestamp = exchange.milliseconds();
      const isSpot = exchange.has !== undefined && !exchange.has.fetchPositions;
      const positions = isSpot ? [] : await exchange.fetchPositions();
      return parseCcxt({ timestamp, positions, open_orders: await exchange.fetchOpenOrders() });
    },
  };
}
