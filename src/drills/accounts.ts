import type { SyncRequest } from "../drill/drilled-syncer.js";
import type { JsonValue } from "../syncer/canonical-json.js";

type Fields = Readonly<Record<string, JsonValue>>;

/** Unix ms that every drill's clock shows. */
export const DRILL_CLOCK = 10_000;

/** A healthy position in wire form; `fields` says what is different. */
export function position(fields: Fields = {}): Fields {
  return {
    symbol: "BTCUSDT",
    side: "LONG",
    qty: "0.5",
    entry_price: "48000.00",
    mark_price: "49000.00",
    unrealized_pnl: "500.00",
    leverage: 10,
    ts: 2000,
    ...fields,
  };
}

/** A healthy open order in wire form; `fields` says what is different. */
export function openOrder(fields: Fields = {}): Fields {
  return {
    order_id: "known_ord_1",
    symbol: "BTCUSDT",
    side: "BUY",
    order_type: "LIMIT",
    price: "49000.00",
    qty: "0.1",
    filled_qty: "0",
    reduce_only: false,
    status: "NEW",
    ts: 2000,
    ...fields,
  };
}

/** The healthy position as we know it, in wire form; `fields` says what is different. */
export function ourPosition(fields: Fields = {}): Fields {
  return { symbol: "BTCUSDT", side: "LONG", qty: "0.5", ...fields };
}

/** The healthy order as we know it, in wire form; `fields` says what is different. */
export function ourOrder(fields: Fields = {}): Fields {
  return {
    order_id: "known_ord_1",
    symbol: "BTCUSDT",
    side: "BUY",
    price: "49000.00",
    qty: "0.1",
    ...fields,
  };
}

/** The same sync by a syncer that is told more than ids, in wire form. */
export function told(request: SyncRequest, expected: Fields): SyncRequest {
  return { ...request, expected };
}

/** One sync of an account that is fetched without an error, at the drill's clock. */
export function syncOf(
  account: {
    readonly positions: readonly Fields[];
    readonly openOrders: readonly Fields[];
    /** Unix ms. */
    readonly ts: number;
  },
  knownOrderIds: readonly string[] | null = null,
): SyncRequest {
  const { positions, openOrders, ts } = account;
  return {
    now: DRILL_CLOCK,
    snapshot: { positions, open_orders: openOrders, ts, source: "fire_drill" },
    fetchError: null,
    knownOrderIds,
  };
}
