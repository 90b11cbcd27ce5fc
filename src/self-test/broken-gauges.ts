import { decimal } from "../syncer/decimal.js";
import type { AccountSnapshot } from "../syncer/snapshot.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import type { Habits, Seen } from "./sketch-syncer.js";
import { revalued } from "./spoil-metrics.js";

/** Gauges that show something other than the account, or another time. */
export const BROKEN_GAUGES: readonly BrokenSyncer[] = [
  {
    wrong: "computes the notional from qty instead of the rest",
    caughtBy: "t",
    habits: gauging((snapshot) => ({
      ...snapshot,
      openOrders: snapshot.openOrders.map((order) => ({ ...order, filledQty: decimal("0") })),
    })),
  },
  {
    wrong: "adds the notional up in floating point",
    caughtBy: "t",
    habits: notionalAs((price, rest) => (rest > 0 ? price * rest : 0)),
  },
  {
    wrong: "takes an order of negative qty off the notional",
    caughtBy: "t",
    habits: notionalAs((price, rest) => Math.round(price * rest * 1e6) / 1e6),
  },
  {
    wrong: "rounds the notional to whole units",
    caughtBy: "t",
    habits: { expose: revalued("pending_notional", Math.round) },
  },
  {
    wrong: "loses a cent of the pending notional",
    caughtBy: "a",
    habits: { expose: revalued("pending_notional", (n) => n - 0.01) },
  },
  {
    wrong: "shows last_ts in seconds",
    caughtBy: "a",
    alsoFails: "d",
    habits: { expose: revalued("last_ts", (ms) => ms / 1000) },
  },
  {
    wrong: "never sets the wall clock",
    caughtBy: "a",
    habits: { expose: revalued("last_wall_ts", () => 0) },
  },
  {
    wrong: "shows an age that stands still",
    caughtBy: "o",
    habits: { expose: revalued("age_seconds", () => 0) },
  },
  {
    wrong: "takes the age of the data from the wall clock",
    caughtBy: "m",
    habits: { expose: revalued("data_age_seconds", () => 0) },
  },
  {
    wrong: "counts symbols in place of positions",
    caughtBy: "h",
    habits: gauging((snapshot) => ({
      ...snapshot,
      positions: snapshot.positions.filter(
        ({ symbol }, at, all) => all.findIndex((one) => one.symbol === symbol) === at,
      ),
    })),
  },
  {
    wrong: "shows no positions",
    caughtBy: "a",
    alsoFails: "e",
    habits: { expose: revalued("positions_count", () => 0) },
  },
  {
    wrong: "counts one order too many",
    caughtBy: "a",
    alsoFails: "d",
    habits: { expose: revalued("open_orders_count", (n) => n + 1) },
  },
];

function gauging(change: (snapshot: AccountSnapshot) => AccountSnapshot): Habits {
  return { gauge: ({ isRejected, snapshot }) => (isRejected ? null : change(snapshot)) };
}

function notionalAs(part: (price: number, rest: number) => number): Habits {
  const sum = ({ shown }: Seen) =>
    (shown?.openOrders ?? [])
      .map(({ price, qty, filledQty }) =>
        part(Number(price.text), Number(qty?.text) - Number(filledQty?.text)),
      )
      .reduce((total, one) => total + one, 0);
  return { expose: (text, _, seen) => revalued("pending_notional", () => sum(seen))(text) };
}
