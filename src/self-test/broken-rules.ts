import { isNegative } from "../syncer/decimal.js";
import type { OpenOrderSnap } from "../syncer/snapshot.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import { blindTo, firstOf, readingIdsAs, refind, repeated, seeing } from "./spoil-findings.js";

/** Duplicates and negative quantities: missed, or seen where there are none. */
export const BROKEN_RULES: readonly BrokenSyncer[] = [
  {
    wrong: "looks for duplicates among positions only",
    caughtBy: "g",
    habits: { find: blindTo("duplicate_key", isOrder) },
  },
  {
    wrong: "looks for duplicates among orders only",
    caughtBy: "b",
    habits: { find: blindTo("duplicate_key", isPosition) },
  },
  { wrong: "reports only the first duplicate", caughtBy: "h", habits: { find: firstOf("duplicate_key", 1) } },
  {
    wrong: "reports a row that comes three times once",
    caughtBy: "h",
    habits: { find: refind((found) => found.filter(isFirstOfItsText)) },
  },
  {
    wrong: "flags both legs of a healthy hedge",
    caughtBy: "i",
    habits: { find: seeing("duplicate_key", ({ positions }) => hedged(positions)) },
  },
  {
    wrong: "takes two symbols that differ in case for one",
    caughtBy: "i",
    habits: {
      find: seeing("duplicate_key", ({ positions }) =>
        differingInCase(positions.map(({ symbol }) => symbol)),
      ),
    },
  },
  {
    wrong: "takes two order ids that differ in case for one",
    caughtBy: "i",
    habits: { find: readingIdsAs((id) => id.toLowerCase()) },
  },
  {
    wrong: "flags twin orders that have ids of their own",
    caughtBy: "i",
    habits: { find: seeing("duplicate_key", ({ openOrders }) => repeated(openOrders.map(termsOf))) },
  },
  {
    wrong: "looks for negative quantities among positions only",
    caughtBy: "b",
    habits: { find: blindTo("negative_qty", isOrder) },
  },
  {
    wrong: "looks for negative quantities among orders only",
    caughtBy: "j",
    habits: { find: blindTo("negative_qty", isPosition) },
  },
  {
    wrong: "takes a very small negative quantity for zero",
    caughtBy: "j",
    habits: { find: blindTo("negative_qty", (detail) => detail.includes("-0.00000001")) },
  },
  {
    wrong: "flags a quantity of zero",
    caughtBy: "k",
    habits: {
      find: seeing("negative_qty", ({ positions }) => positions.flatMap(({ qty }) => zeroes(qty.text))),
    },
  },
  {
    wrong: "flags negative zero",
    caughtBy: "k",
    habits: {
      find: seeing("negative_qty", ({ openOrders }) =>
        openOrders.flatMap(({ qty }) => (qty?.text.startsWith("-") ? zeroes(qty.text) : [])),
      ),
    },
  },
  {
    wrong: "flags a position that loses money",
    caughtBy: "k",
    habits: {
      find: seeing("negative_qty", ({ positions }) =>
        positions.flatMap(({ symbol, unrealizedPnl: pnl }) =>
          pnl !== null && isNegative(pnl) ? [symbol] : [],
        ),
      ),
    },
  },
];

function isOrder(detail: string): boolean {
  return detail.startsWith("order ");
}

function isPosition(detail: string): boolean {
  return detail.startsWith("position ");
}

function isFirstOfItsText<T extends { readonly detail: string }>(
  one: T,
  at: number,
  all: readonly T[],
): boolean {
  return all.findIndex(({ detail }) => detail === one.detail) === at;
}

function hedged(positions: readonly { readonly symbol: string; readonly side: string }[]): string[] {
  const keys = new Set(positions.map(({ symbol, side }) => `${symbol} ${side}`));
  return positions
    .filter(({ symbol, side }) => side === "SHORT" && keys.has(`${symbol} LONG`))
    .map(({ symbol }) => symbol);
}

function differingInCase(symbols: readonly string[]): string[] {
  return repeated([...new Set(symbols)].map((symbol) => symbol.toLowerCase()));
}

function termsOf({ symbol, side, price, qty, orderId }: OpenOrderSnap): string {
  return `${symbol} ${side} ${price.text} ${qty?.text} ${/^known/.test(orderId)}`;
}

function zeroes(qty: string): string[] {
  return /[1-9]/.test(qty) ? [] : [qty];
}
