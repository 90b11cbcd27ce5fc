import { isNegative } from "../decimal.js";
import { orderName, positionName } from "../row-text.js";
import type { AccountSnapshot } from "../snapshot.js";
import { type Finding, type RuleRow, withChosen } from "./rule-row.js";

const BELOW_ZERO = ["-0.1", "-1", "-0.00000000000000000001", "-9007199254740993"];

/** A quantity is below zero. */
export const NEGATIVE_QTY = {
  name: "negative_qty",
  comparesTwoSides: false,
  needs: null,
  askedBy: "runbook",
  find: ({ snapshot }) => [...negativePositions(snapshot), ...negativeOrders(snapshot)],
  fault: (account, pick) => {
    const qty = BELOW_ZERO[Math.floor(pick / 2) % BELOW_ZERO.length];
    const below = (row: object) => [{ ...row, qty }];
    const which = Math.floor(pick / (2 * BELOW_ZERO.length));
    return pick % 2 === 0
      ? { ...account, open_orders: withChosen(account.open_orders, which, below) }
      : { ...account, positions: withChosen(account.positions, which, below) };
  },
  provenBy: "b",
  words: {
    fires: "a position's or an order's qty is below zero; zero is fine",
    risk: "an amount that cannot exist: everything computed from it is wrong",
    triage: "is the row like this in the exchange's own answer, or only after parsing?",
    resolution:
      "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand",
  },
} as const satisfies RuleRow;

function negativePositions({ positions }: AccountSnapshot): Finding[] {
  const found: Finding[] = [];
  for (const row of positions) {
    if (isNegative(row.qty)) found.push({ detail: `${positionName(row)} has qty ${row.qty.text}` });
  }
  return found;
}

function negativeOrders({ openOrders }: AccountSnapshot): Finding[] {
  const found: Finding[] = [];
  for (const row of openOrders) {
    if (row.qty !== null && isNegative(row.qty)) {
      found.push({ detail: `${orderName(row)} has qty ${row.qty.text}` });
    }
  }
  return found;
}
