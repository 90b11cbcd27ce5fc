import { parseCcxt } from "../../src/syncer/parse-ccxt.js";
import type { AccountSnapshot } from "../../src/syncer/snapshot.js";
import type { Fields } from "./accounts.js";

/** A position in ccxt's unified structure; `different` says what is different about it. */
export function ccxtPosition(different: Fields = {}): Fields {
  return {
    info: { positionId: 123456 },
    id: "123456",
    symbol: "BTC/USDT:USDT",
    side: "long",
    contracts: 0.009,
    contractSize: 1,
    hedged: false,
    entryPrice: 67445.9,
    markPrice: 67502.68519858,
    unrealizedPnl: 0.51106678,
    leverage: 20,
    marginMode: "cross",
    timestamp: 1_722_161_166_529,
    ...different,
  };
}

/** An open order in ccxt's unified structure; `different` says what is different about it. */
export function ccxtOrder(different: Fields = {}): Fields {
  return {
    info: { orderId: 3811057334 },
    id: "3811057334",
    clientOrderId: null,
    symbol: "BTC/USDT:USDT",
    type: "limit",
    side: "buy",
    price: 50,
    amount: 0.2,
    filled: 0,
    remaining: 0.2,
    reduceOnly: false,
    status: "open",
    timestamp: 1_722_161_166_000,
    ...different,
  };
}

/** What ccxt's rows become. */
export function readCcxt(positions: readonly Fields[], orders: readonly Fields[] = []): AccountSnapshot {
  return parseCcxt({ positions, open_orders: orders });
}
