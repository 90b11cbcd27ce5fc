import type { Known } from "../syncer/known.js";
import { type MismatchRule, ruleRow } from "../syncer/mismatch-rules.js";
import { parseExpected } from "../syncer/parse-expected.js";
import { parseSnapshot } from "../syncer/parse-snapshot.js";
import type { WireRow } from "../syncer/rules/rule-row.js";
import type { AccountSnapshot } from "../syncer/snapshot.js";
import type { Clock } from "../syncer/sync-result.js";

/** What a trading system would know of a {@link MadeUpAccount}, in wire form. */
const BELIEFS = {
  order_ids: ["made_up_ord_1"],
  orders: [{ order_id: "made_up_ord_1", symbol: "BTCUSDT", side: "BUY", price: "47500.00", qty: "0.1" }],
  positions: [{ symbol: "BTCUSDT", side: "LONG", qty: "0.5" }],
};

/**
 * What the syncer of a {@link MadeUpAccount} is told: all of it, or, where a rule is to be broken by itself, what that
 * rule needs. (A quantity below zero is not the one that we hold either.)
 */
export function knownOfMadeUp(rule: MismatchRule | null): Known {
  if (rule === null) return parseExpected(BELIEFS);
  const { needs } = ruleRow(rule);
  return parseExpected(needs === null ? { order_ids: BELIEFS.order_ids } : { [needs]: BELIEFS[needs] });
}

/**
 * A fault to put into the account: in one snapshot, the first one from `at` (Unix ms) on. The very first snapshot is
 * always healthy, since nothing goes back before it.
 */
export interface Fault {
  readonly rule: MismatchRule;
  readonly at: number;
}

/**
 * A healthy account on an exchange that does not exist. Nothing happens in it: its rows keep the time when it was made,
 * and each answer says as of when it holds.
 */
export class MadeUpAccount {
  readonly #clock: Clock;
  readonly #madeAt: number;
  #fault: Fault | null;
  #isFirst = true;

  constructor(clock: Clock, fault: Fault | null) {
    this.#clock = clock;
    this.#madeAt = clock();
    this.#fault = fault;
  }

  fetchAccountSnapshot(): AccountSnapshot {
    const ts = this.#clock();
    const healthy = { ts, positions: [position(this.#madeAt)], open_orders: [order(this.#madeAt)] };
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
    ...BELIEFS.positions[0],
    entry_price: "48000.00",
    mark_price: "49000.00",
    unrealized_pnl: "500.00",
    leverage: 10,
    ts,
  };
}

function order(ts: number): WireRow {
  return {
    ...BELIEFS.orders[0],
    order_type: "LIMIT",
    filled_qty: "0",
    reduce_only: false,
    status: "NEW",
    ts,
  };
}
