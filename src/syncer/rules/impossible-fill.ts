import { compareDecimals, type Decimal, isNegative, isZero } from "../decimal.js";
import { orderName } from "../row-text.js";
import { enlarged, type Finding, type RuleInput, type RuleRow, withChosen } from "./rule-row.js";

/** More of an order is filled than there is of it, or less than nothing. */
export const IMPOSSIBLE_FILL = {
  name: "impossible_fill",
  comparesTwoSides: false,
  needs: null,
  askedBy: "life",
  find: findImpossibleFills,
  fault: (account, pick) => {
    const isBelowZero = pick % 2 === 1;
    const filled = (row: Readonly<Record<string, unknown>>) =>
      isBelowZero || row.qty === null ? "-0.1" : enlarged(row.qty);
    const impossible = (row: object) => [{ ...row, filled_qty: filled({ ...row }) }];
    return { ...account, open_orders: withChosen(account.open_orders, Math.floor(pick / 2), impossible) };
  },
  provenBy: "v",
  words: {
    fires: "an order is filled below zero, or above its qty",
    risk: "a fill that cannot be: what is left of the order, and the position that it made, are not what is believed",
    triage: "is the row like this in the exchange's own answer, or was amount taken for what remains?",
    resolution:
      "add up the order's trades at the exchange: they are the truth. If its answer is wrong, keep the evidence and tell the exchange; if not, report a bug of parsing",
  },
} as const satisfies RuleRow;

/** True of a fill that cannot be: below zero, or above a qty that is said and is itself no fault. */
export function isImpossibleFill(filled: Decimal, qty: Decimal | null): boolean {
  if (isNegative(filled)) return true;
  return qty !== null && !isNegative(qty) && compareDecimals(filled, qty) > 0;
}

function findImpossibleFills({ snapshot }: RuleInput): Finding[] {
  const found: Finding[] = [];
  for (const row of snapshot.openOrders) {
    const { filledQty, qty } = row;
    if (filledQty === null || isZero(filledQty) || !isImpossibleFill(filledQty, qty)) continue;
    found.push({ detail: `${orderName(row)} is filled ${filledQty.text} of ${qty?.text ?? "no qty"}` });
  }
  return found;
}
