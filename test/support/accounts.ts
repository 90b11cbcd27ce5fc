import type { JsonValue } from "../../src/syncer/canonical-json.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import type { AccountSnapshot } from "../../src/syncer/snapshot.js";

export type Fields = Readonly<Record<string, JsonValue>>;

/** A healthy row or snapshot, and a way to say only what is different about another. */
function factoryOf(healthy: Fields): (different?: Fields) => Fields {
  return (different = {}) => ({ ...healthy, ...different });
}

export const wirePosition = factoryOf({
  symbol: "BTCUSDT",
  side: "LONG",
  qty: "0.5",
  entry_price: "48000.00",
  mark_price: "49000.00",
  unrealized_pnl: "500.00",
  leverage: 10,
  ts: 2000,
});

export const wireOrder = factoryOf({
  order_id: "ord_1",
  symbol: "BTCUSDT",
  side: "BUY",
  order_type: "LIMIT",
  price: "49000.00",
  qty: "0.1",
  filled_qty: "0",
  reduce_only: false,
  status: "NEW",
  ts: 2000,
});

export const wireSnapshot = factoryOf({
  positions: [wirePosition()],
  open_orders: [wireOrder()],
  ts: 2000,
  source: "test",
});

/** {@link wireSnapshot} as the syncer sees it. */
export function snapshotOf(different?: Fields): AccountSnapshot {
  return parseSnapshot(wireSnapshot(different));
}

export const EMPTY_ACCOUNT = snapshotOf({ positions: [], open_orders: [], ts: 0 });

/** A copy that lacks one field. */
export function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}
