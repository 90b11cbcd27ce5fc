import type { AccountSnapshot, Clock, MismatchRule } from "../syncer/contracts.js";
import { parseSnapshot } from "../syncer/parse-snapshot.js";

/** The order ids that go with a {@link MadeUpAccount}: what a trading system would know of. */
export const KNOWN_ORDER_IDS = ["made_up_ord_1"];

/**
 * A fault to put into the account: in one snapshot, the first one from `at` (Unix ms) on. The very first snapshot is
 * always healthy, since nothing goes back before it.
 */
export interface Fault {
  readonly rule: MismatchRule;
  readonly at: number;
}

interface Parts {
  ts: number;
  readonly positions: object[];
  readonly open_orders: object[];
}

const FAULTS: Readonly<Record<MismatchRule, (parts: Parts) => void>> = {
  duplicate_key: ({ positions, ts }) => positions.push(position(ts, "0.7")),
  negative_qty: ({ open_orders, ts }) => open_orders.splice(0, 1, order(ts, "made_up_ord_1", "-0.1")),
  orphan_order: ({ open_orders, ts }) => open_orders.push(order(ts, "orphan_ord_x", "0.2")),
  ts_regression: (parts) => {
    parts.ts -= 3_600_000;
  },
};

/** A healthy account on an exchange that does not exist. Its rows are always as new as the clock. */
export class MadeUpAccount {
  readonly #clock: Clock;
  #fault: Fault | null;
  #isFirst = true;

  constructor(clock: Clock, fault: Fault | null) {
    this.#clock = clock;
    this.#fault = fault;
  }

  fetchAccountSnapshot(): AccountSnapshot {
    const ts = this.#clock();
    const parts: Parts = {
      ts,
      positions: [position(ts, "0.5")],
      open_orders: [order(ts, "made_up_ord_1", "0.1")],
    };
    if (this.#fault !== null && ts >= this.#fault.at && !this.#isFirst) {
      FAULTS[this.#fault.rule](parts);
      this.#fault = null;
    }
    this.#isFirst = false;
    return parseSnapshot({ ...parts, source: "made_up" });
  }
}

function position(ts: number, qty: string): object {
  return {
    symbol: "BTCUSDT",
    side: "LONG",
    qty,
    entry_price: "48000.00",
    mark_price: "49000.00",
    unrealized_pnl: "500.00",
    leverage: 10,
    ts,
  };
}

function order(ts: number, orderId: string, qty: string): object {
  return {
    order_id: orderId,
    symbol: "BTCUSDT",
    side: "BUY",
    order_type: "LIMIT",
    price: "47500.00",
    qty,
    filled_qty: "0",
    reduce_only: false,
    status: "NEW",
    ts,
  };
}
