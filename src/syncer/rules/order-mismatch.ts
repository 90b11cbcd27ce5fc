import { compareDecimals, type Decimal } from "../decimal.js";
import { isSaid, type KnownOrder, knownDecimal } from "../known.js";
import { numberOf, orderName, sameAs } from "../row-text.js";
import type { OpenOrderSnap, OrderSide } from "../snapshot.js";
import {
  enlarged,
  type Finding,
  type RuleInput,
  type RuleRow,
  type Sight,
  type WireRow,
  withChosen,
} from "./rule-row.js";

/** An order of ours is open on other terms. */
export const ORDER_MISMATCH = {
  name: "order_mismatch",
  comparesTwoSides: true,
  needs: "orders",
  askedBy: "life",
  find: findDifferent,
  fault: (account, pick) => {
    const which = Math.floor(pick / WAYS.length);
    const change = (row: WireRow) => [{ ...row, ...WAYS[pick % WAYS.length]?.(row) }];
    return { ...account, open_orders: withChosen(account.open_orders, which, change) };
  },
  provenBy: "x",
  words: {
    fires:
      "an order that must be open now is there with another side, price or qty than we said; one finding an order. What either does not say is not compared",
    risk: "what fills is not what was decided: another price, another size, the wrong way",
    triage: "was it amended, here or at the exchange, and did the other side hear of it?",
    resolution:
      "the exchange's terms are those that fill. Take them over, or cancel the order and send it again as it was meant",
  },
} as const satisfies RuleRow;

const WAYS: readonly ((row: WireRow) => WireRow)[] = [
  ({ price }) => ({ price: enlarged(price) }),
  ({ qty, price }) => (qty === null ? { price: enlarged(price) } : { qty: enlarged(qty) }),
  ({ side }) => ({ side: side === "BUY" ? "SELL" : "BUY" }),
];

/** A field in which the two sides differ: its name, and each side's value as text and as what is compared. */
interface Difference {
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
  readonly sameAs: string;
}

function findDifferent({ snapshot, knownOrders = null }: RuleInput, { matches }: Sight): Finding[] {
  const found: Finding[] = [];
  for (const at of matches?.unlike ?? []) {
    const order = knownOrders?.[at];
    const row = snapshot.openOrders[matches?.rows[at] ?? -1];
    if (order !== undefined && row !== undefined && isDifferent(order, row))
      found.push(different(order, row));
  }
  return found;
}

function isDifferent(order: KnownOrder, row: OpenOrderSnap): boolean {
  return (
    isOtherSide(order.side, row.side) ||
    isOtherNumber(order.price, row.price) ||
    isOtherNumber(order.qty, row.qty)
  );
}

function isOtherSide(ours: KnownOrder["side"], theirs: OrderSide): boolean {
  return isSaid(ours) && ours !== theirs;
}

function isOtherNumber(ours: KnownOrder["price"], theirs: Decimal | null): boolean {
  if (!isSaid(ours) || theirs === null) return false;
  return compareDecimals(knownDecimal(ours), theirs) !== 0;
}

function different(order: KnownOrder, row: OpenOrderSnap): Finding {
  const differences = [
    ...(isOtherSide(order.side, row.side) ? [texts("side", String(order.side), row.side)] : []),
    ...numbers("price", order.price, row.price),
    ...numbers("qty", order.qty, row.qty),
  ];
  const saidBy = (side: "ours" | "theirs") =>
    differences.map((one) => `${one.field} ${one[side]}`).join(", ");
  return {
    detail: `${orderName(order)}: we said ${saidBy("ours")}; the exchange says ${saidBy("theirs")}`,
    sameAs: sameAs("order_mismatch", row.symbol, row.orderId, ...differences.map((one) => one.sameAs)),
  };
}

function numbers(field: string, said: KnownOrder["price"], theirs: Decimal | null): Difference[] {
  if (!isSaid(said) || theirs === null || !isOtherNumber(said, theirs)) return [];
  const ours = knownDecimal(said);
  return [
    { ...texts(field, ours.text, theirs.text), sameAs: `${field} ${numberOf(ours)} ${numberOf(theirs)}` },
  ];
}

function texts(field: string, ours: string, theirs: string): Difference {
  return { field, ours, theirs, sameAs: `${field} ${ours} ${theirs}` };
}
