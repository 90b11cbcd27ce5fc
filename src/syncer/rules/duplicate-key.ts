import { quoted } from "../printable.js";
import type { AccountSnapshot } from "../snapshot.js";
import { type RuleRow, withChosen } from "./rule-row.js";

/** Two rows have the same key. */
export const DUPLICATE_KEY = {
  name: "duplicate_key",
  comparesTwoSides: false,
  find: ({ snapshot }) => [...duplicatePositions(snapshot), ...duplicateOrders(snapshot)],
  fault: (account, pick) => {
    const twice = (row: object) => [{ ...row }, { ...row, qty: "0.7" }];
    const which = Math.floor(pick / 2);
    return pick % 2 === 0
      ? { ...account, positions: withChosen(account.positions, which, twice) }
      : { ...account, open_orders: withChosen(account.open_orders, which, twice) };
  },
  provenBy: "b",
  words: {
    fires: "two positions share symbol and side, or two orders share an id; once for each surplus row",
    risk: "a row arrived twice: exposure is counted twice, or one of the two is not the truth",
    triage: "is the row like this in the exchange's own answer, or only after parsing?",
    resolution:
      "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand",
  },
} as const satisfies RuleRow;

function duplicatePositions({ positions }: AccountSnapshot): string[] {
  const found: string[] = [];
  const seenOfSide = new Map<string, Set<string>>();
  for (const { symbol, side } of positions) {
    const seen = seenOfSide.get(side) ?? new Set();
    seenOfSide.set(side, seen);
    const before = seen.size;
    seen.add(symbol);
    if (seen.size === before) found.push(`position ${quoted(symbol)} ${side} appears again`);
  }
  return found;
}

function duplicateOrders({ openOrders }: AccountSnapshot): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { orderId } of openOrders) {
    const before = seen.size;
    seen.add(orderId);
    if (seen.size === before) found.push(`order ${quoted(orderId)} appears again`);
  }
  return found;
}
