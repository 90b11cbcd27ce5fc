import type { JsonValue } from "../syncer/canonical-json.js";
import { decimalFromUnits } from "../syncer/decimal.js";
import type { Instrument } from "./market/instrument.js";
import type { Expected } from "./model/finding.js";
import type { Account, Known, KnownOrder, KnownPosition, LifeStep, OrderRow, PositionRow } from "./rows.js";

type Wire = { readonly [field: string]: JsonValue };

/**
 * Puts the syncs of a day into wire form (contract, sections 2 and 5). One instance for one day: most orders are the same row
 * from one sync to the next, and are put into words once.
 */
export class WireForm {
  readonly #orders = new WeakMap<OrderRow, Wire>();

  /** One line of a history. `restart` stands only where the syncer was started anew before it. */
  line(step: LifeStep, expected?: Expected): Wire {
    return {
      at: step.at,
      ...(step.restart ? { restart: true } : {}),
      known: knownWire(step.known),
      ...(typeof step.answer === "string"
        ? { fetch_error: step.answer }
        : { snapshot: this.snapshot(step.answer) }),
      ...(expected === undefined ? {} : { expect: expectWire(expected) }),
    };
  }

  /** What the exchange answers, as a canonical snapshot. */
  snapshot({ positions, orders, ts }: Account): Wire {
    return {
      positions: positions.map(positionWire),
      open_orders: orders.map((row) => this.#order(row)),
      ts,
      source: "exchange",
    };
  }

  #order(row: OrderRow): Wire {
    const before = this.#orders.get(row);
    if (before !== undefined) return before;
    const wire = orderWire(row);
    this.#orders.set(row, wire);
    return wire;
  }
}

/** What the bot tells: ids alone as a list, more as an object. */
export function knownWire(known: Known | null): JsonValue {
  if (known === null) return null;
  const { orderIds, orders, positions } = known;
  if (orders === null && positions === null) return orderIds;
  return {
    ...(orderIds === null ? {} : { order_ids: orderIds }),
    ...(orders === null ? {} : { orders: orders.map(knownOrderWire) }),
    ...(positions === null ? {} : { positions: positions.map(knownPositionWire) }),
  };
}

function expectWire({ findings, error }: Expected): Wire {
  return { mismatches: findings.map(({ rule }) => rule), ...(error === null ? {} : { error }) };
}

function orderWire(row: OrderRow): Wire {
  const { instrument, clientOrderId, qty, filled } = row;
  return {
    order_id: row.orderId,
    ...(clientOrderId === null ? {} : { client_order_id: clientOrderId }),
    symbol: instrument.symbol,
    side: row.side,
    order_type: row.orderType,
    price: price(instrument, row.price),
    qty: qty === null ? null : lots(instrument, qty),
    filled_qty: filled === null ? null : lots(instrument, filled),
    reduce_only: row.reduceOnly,
    status: row.status,
    ts: row.ts,
  };
}

function positionWire(row: PositionRow): Wire {
  const { instrument, side, qty, entry, mark } = row;
  const { priceScale, lotScale } = instrument;
  const gain = (side === "SHORT" ? entry - mark * 10 : mark * 10 - entry) * qty;
  return {
    symbol: instrument.symbol,
    side,
    ...(row.marginMode === null ? {} : { margin_mode: row.marginMode }),
    qty: lots(instrument, qty),
    entry_price: decimalFromUnits(entry, priceScale + 1).text,
    mark_price: price(instrument, mark),
    unrealized_pnl: side === "BOTH" ? null : decimalFromUnits(gain, priceScale + 1 + lotScale).text,
    leverage: instrument.saysMargin ? row.leverage : null,
    ts: row.ts,
  };
}

function knownOrderWire({ instrument, id, side, price: ticks, qty }: KnownOrder): Wire {
  return {
    order_id: id,
    symbol: instrument.symbol,
    ...(side === null ? {} : { side }),
    ...(ticks === null ? {} : { price: withoutZeros(price(instrument, ticks)) }),
    ...(qty === null ? {} : { qty: withoutZeros(lots(instrument, qty)) }),
  };
}

function knownPositionWire({ instrument, side, marginMode, qty }: KnownPosition): Wire {
  return {
    symbol: instrument.symbol,
    side,
    ...(marginMode === null ? {} : { margin_mode: marginMode }),
    qty: withoutZeros(lots(instrument, qty)),
  };
}

function price({ priceScale }: Instrument, ticks: number): string {
  return decimalFromUnits(ticks, priceScale).text;
}

function lots({ lotScale }: Instrument, count: number): string {
  return decimalFromUnits(count, lotScale).text;
}

// The bot writes a number in its own way: 0.1 for what the exchange writes as 0.10.
function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
