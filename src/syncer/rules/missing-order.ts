import type { KnownOrder } from "../known.js";
import { orderName, sameAs, termsOf } from "../row-text.js";
import { type Finding, type RuleInput, type RuleRow, type Sight, withChosen } from "./rule-row.js";

/** An order of ours is not open at the exchange. */
export const MISSING_ORDER = {
  name: "missing_order",
  comparesTwoSides: true,
  needs: "orders",
  askedBy: "life",
  find: findMissing,
  fault: (account, pick) => ({ ...account, open_orders: withChosen(account.open_orders, pick, () => []) }),
  provenBy: "w",
  words: {
    fires: "an order that must be open now is not in the snapshot; not checked when `orders` are not given",
    risk: "a hedge, a stop or a quote that everybody believes in is not there",
    triage:
      "was it filled, cancelled or refused, and the event lost? Are many gone at once: a page of the answer, or all of it?",
    resolution:
      "ask the exchange for this order by its id and book what it says; send it again only once it is known to be dead. If many are gone, look at the fetch first",
  },
} as const satisfies RuleRow;

function findMissing({ knownOrders = null }: RuleInput, { matches }: Sight): Finding[] {
  const found: Finding[] = [];
  if (knownOrders === null || matches?.isEachThere === true) return found;
  let at = 0;
  for (const order of knownOrders) {
    if ((matches?.rows[at] ?? -1) < 0) found.push(missing(order));
    at++;
  }
  return found;
}

function missing(order: KnownOrder): Finding {
  const terms = termsOf(order);
  return {
    detail: `${orderName(order)} is not open at the exchange${terms === "" ? "" : `; we said ${terms}`}`,
    sameAs: sameAs("missing_order", order.symbol, order.orderId),
  };
}
