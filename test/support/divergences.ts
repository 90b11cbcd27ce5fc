import type { MismatchRule } from "../../src/syncer/mismatch-rules.js";
import type { WireAccount } from "./account-oracle.js";
import type { WireOrder, WirePosition } from "./arbitraries.js";

/** A way in which a traded account's two sides come apart, and stay apart. */
export interface Divergence {
  readonly name: string;
  /** The rules that find it, in the order of the contract, each as often as it fires in one sync. */
  readonly found: readonly MismatchRule[];
  /** Whether it has to last, is found at once in every sync, or at once and only in the first. */
  readonly when: "settled" | "at once" | "once";
  readonly put: (account: WireAccount) => WireAccount;
}

const STEADY = "STEADY/USDT:USDT";

/** The catalogue: what has been seen to pass in silence. */
export const DIVERGENCES: readonly Divergence[] = [
  settled(
    "a position of another size",
    ["position_mismatch"],
    position("LONG", (row) => [{ ...row, qty: "2.5" }]),
  ),
  settled(
    "a position that we do not know",
    ["position_mismatch"],
    position("LONG", (row) => [row, { ...row, symbol: "X" }]),
  ),
  settled(
    "a position of ours that is gone",
    ["position_mismatch"],
    of("ONEWAY", () => []),
  ),
  settled(
    "a position of ours of size zero",
    ["position_mismatch"],
    of("ONEWAY", (row) => [{ ...row, qty: "0.0" }]),
  ),
  settled(
    "a side flipped",
    ["position_mismatch", "position_mismatch"],
    position("LONG", (row) => [{ ...row, side: "BOTH" }]),
  ),
  settled(
    "a leg of a hedge dropped",
    ["position_mismatch"],
    position("SHORT", () => []),
  ),
  settled("a position in another margin mode", ["position_mismatch", "position_mismatch"], (account) => ({
    ...account,
    positions: account.positions.map((row) =>
      row.margin_mode === "CROSS" ? { ...row, side: "SHORT" as const } : row,
    ),
  })),
  settled(
    "an order of ours that is gone",
    ["missing_order"],
    order("9007199254740993", () => []),
  ),
  settled("a page of the answer cut off", ["missing_order", "missing_order"], (account) => ({
    ...account,
    open_orders: account.open_orders.filter(({ order_id }) => order_id !== "9007199254740992"),
  })),
  settled(
    "an order at another price",
    ["order_mismatch"],
    order("9007199254740993", (row) => [{ ...row, price: "100.01" }]),
  ),
  settled(
    "an order of another qty",
    ["order_mismatch"],
    order("9007199254740993", (row) => [{ ...row, qty: "6" }]),
  ),
  settled(
    "an order of another side",
    ["order_mismatch"],
    order("9007199254740993", (row) => [{ ...row, side: "SELL" }]),
  ),
  settled(
    "an order that nobody knows",
    ["orphan_order"],
    order("stop-1", (row) => [row, { ...row, order_id: "stop-2" }]),
  ),
  settled(
    "an orphan that shares its id with an order of ours on another symbol",
    ["orphan_order"],
    order("stop-1", (row) => [row, { ...row, symbol: STEADY }]),
  ),
  settled(
    "an orphan that differs from an order of ours in the last digit of a 64-bit id",
    ["orphan_order"],
    order("stop-1", (row) => [row, { ...row, order_id: "9007199254740994", symbol: STEADY }]),
  ),
  {
    name: "an order filled above its qty",
    found: ["impossible_fill"],
    when: "at once",
    put: order("9007199254740993", (row) => [{ ...row, filled_qty: "5.1" }]),
  },
  {
    name: "an order filled below zero",
    found: ["impossible_fill"],
    when: "at once",
    put: order("stop-1", (row) => [{ ...row, filled_qty: "-0.1" }]),
  },
  {
    name: "a fill that shrinks",
    found: ["ts_regression"],
    when: "once",
    put: orderOn("9007199254740992", STEADY, (row) => ({ ...row, filled_qty: "0.5" })),
  },
  {
    name: "a row out of a cache",
    found: ["ts_regression"],
    when: "once",
    put: of("ONEWAY", (row) => [{ ...row, ts: (row.ts ?? 0) - 1 }]),
  },
  {
    name: "an order twice",
    found: ["duplicate_key"],
    when: "at once",
    put: order("9007199254740993", (row) => [row, { ...row, price: "1" }]),
  },
  {
    name: "a position of a quantity below zero in one-way mode",
    found: ["negative_qty"],
    when: "at once",
    put: of("ONEWAY", (row) => [{ ...row, qty: "-1" }]),
  },
];

function settled(name: string, found: readonly MismatchRule[], put: Divergence["put"]): Divergence {
  return { name, found, when: "settled", put };
}

function position(side: string, change: (row: WirePosition) => readonly WirePosition[]): Divergence["put"] {
  return (account) => ({
    ...account,
    positions: account.positions.flatMap((row) =>
      row.symbol === STEADY && row.side === side ? change(row) : [row],
    ),
  });
}

function of(symbol: string, change: (row: WirePosition) => readonly WirePosition[]): Divergence["put"] {
  return (account) => ({
    ...account,
    positions: account.positions.flatMap((row) => (row.symbol === symbol ? change(row) : [row])),
  });
}

function order(id: string, change: (row: WireOrder) => readonly WireOrder[]): Divergence["put"] {
  return (account) => ({
    ...account,
    open_orders: account.open_orders.flatMap((row) => (row.order_id === id ? change(row) : [row])),
  });
}

function orderOn(id: string, symbol: string, change: (row: WireOrder) => WireOrder): Divergence["put"] {
  return (account) => ({
    ...account,
    open_orders: account.open_orders.map((row) =>
      row.order_id === id && row.symbol === symbol ? change(row) : row,
    ),
  });
}
