import type { AccountView } from "../account-view.js";
import { orderName, positionName } from "../row-text.js";
import { type Finding, type RuleRow, withChosen } from "./rule-row.js";

/** Two rows have the same identity. */
export const DUPLICATE_KEY = {
  name: "duplicate_key",
  comparesTwoSides: false,
  needs: null,
  askedBy: "runbook",
  find: (_, { account }) => [...duplicatePositions(account), ...duplicateOrders(account)],
  fault: (account, pick) => {
    const twice = (different: object) => (row: object) => [{ ...row }, { ...row, ...different }];
    const which = Math.floor(pick / 2);
    return pick % 2 === 0
      ? { ...account, positions: withChosen(account.positions, which, twice({ qty: "0.7" })) }
      : { ...account, open_orders: withChosen(account.open_orders, which, twice({ price: "0.7" })) };
  },
  provenBy: "b",
  words: {
    fires:
      "two positions share symbol, side and margin mode, or two orders share symbol and id; once for each surplus row",
    risk: "a row arrived twice: exposure is counted twice, or one of the two is not the truth",
    triage: "is the row like this in the exchange's own answer, or only after parsing?",
    resolution:
      "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand",
  },
} as const satisfies RuleRow;

function duplicatePositions({ positions, snapshot }: AccountView): Finding[] {
  return rowsAt(snapshot.positions, positions.surplus).map((row) => ({
    detail: `${positionName(row)} appears again: qty ${row.qty.text}`,
  }));
}

function duplicateOrders({ orders, snapshot }: AccountView): Finding[] {
  return rowsAt(snapshot.openOrders, orders.surplus).map((row) => ({
    detail: `${orderName(row)} appears again: ${row.side} ${row.qty?.text ?? "of no qty"}`,
  }));
}

function rowsAt<T>(rows: readonly T[], places: readonly number[]): T[] {
  return places.flatMap((place) => rows.slice(place, place + 1));
}
