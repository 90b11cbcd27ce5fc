import { type MismatchRule, ruleRow } from "../syncer/mismatch-rules.js";
import { parseSnapshot } from "../syncer/parse-snapshot.js";
import type { WireRow } from "../syncer/rules/rule-row.js";
import type { AccountSnapshot } from "../syncer/snapshot.js";
import type { Clock } from "../syncer/sync-result.js";

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
    const healthy = { ts, positions: [position(ts)], open_orders: [order(ts)] };
    const fault = this.#dueFault(ts);
    this.#isFirst = false;
    const account = fault === null ? healthy : ruleRow(fault.rule).fault(healthy, 0);
    return parseSnapshot({ ...account, source: "made_up" });
  }

  #dueFault(now: number): Fault | null {
    if (this.#fault === null || now < this.#fault.at || this.#isFirst) return null;
    const fault = this.#fault;
    this.#fault = null;
    return fault;
  }
}

function position(ts: number): WireRow {
  return {
    symbol: "BTCUSDT",
    side: "LONG",
    qty: "0.5",
    entry_price: "48000.00",
    mark_price: "49000.00",
    unrealized_pnl: "500.00",
    leverage: 10,
    ts,
  };
}

function order(ts: number): WireRow {
  return {
    order_id: KNOWN_ORDER_IDS[0],
    symbol: "BTCUSDT",
    side: "BUY",
    order_type: "LIMIT",
    price: "47500.00",
    qty: "0.1",
    filled_qty: "0",
    reduce_only: false,
    status: "NEW",
    ts,
  };
}
