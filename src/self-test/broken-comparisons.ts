import { decimal, isZero } from "../syncer/decimal.js";
import type { KnownOrder } from "../syncer/known.js";
import type { RuleInput } from "../syncer/rules/rule-row.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import { blindTo, refind, seeing, through } from "./spoil-findings.js";

/** Fills, orders and positions that are told: not compared with the exchange's, or wrongly. */
export const BROKEN_COMPARISONS: readonly BrokenSyncer[] = [
  {
    wrong: "takes a fill below zero for none",
    caughtBy: "v",
    habits: { find: blindTo("impossible_fill", (detail) => detail.includes("filled -")) },
  },
  {
    wrong: "flags an order that is filled whole",
    caughtBy: "v",
    habits: {
      find: seeing("impossible_fill", ({ openOrders }) =>
        openOrders
          .filter(({ qty, filledQty }) => qty?.text === filledQty?.text)
          .map(({ orderId }) => orderId),
      ),
    },
  },
  {
    wrong: "takes orders for known by the exchange's id alone",
    caughtBy: "w",
    habits: {
      find: through((input) => ({
        ...input,
        snapshot: {
          ...input.snapshot,
          openOrders: input.snapshot.openOrders.map(({ clientOrderId: _, ...order }) => order),
        },
      })),
    },
  },
  {
    wrong: "takes an order on another symbol for the one that is missing",
    caughtBy: "w",
    habits: { find: through(movingToItsId) },
  },
  {
    wrong: "compares prices of orders alone",
    caughtBy: "x",
    habits: { find: blindTo("order_mismatch", (detail) => !/said price/.test(detail)) },
  },
  {
    wrong: "compares numbers of orders as text",
    caughtBy: "x",
    habits: {
      find: refind((found, { knownOrders, snapshot }) => [
        ...found,
        ...(knownOrders ?? [])
          .filter(({ orderId, price }) =>
            snapshot.openOrders.some(
              (row) => row.orderId === orderId && textOf(price) !== row.price.text && row.side === "BUY",
            ),
          )
          .map(({ orderId }) => ({ rule: "order_mismatch" as const, detail: orderId })),
      ]),
    },
  },
  {
    wrong: "compares only the positions that it knows",
    caughtBy: "y",
    habits: { find: blindTo("position_mismatch", (detail) => detail.includes("we said flat")) },
  },
  {
    wrong: "takes a row of size zero for a position",
    caughtBy: "y",
    habits: {
      find: seeing("position_mismatch", ({ positions }) =>
        positions.filter(({ qty }) => isZero(qty)).map(({ symbol }) => symbol),
      ),
    },
  },
  {
    wrong: "compares the directions of positions, not their sizes",
    caughtBy: "y",
    habits: { find: through(withOurSizes) },
  },
  {
    wrong: "keeps the two margin modes of a position apart",
    caughtBy: "y",
    habits: {
      find: seeing("position_mismatch", ({ positions }) =>
        positions.filter(({ marginMode }) => marginMode === "ISOLATED").map(({ symbol }) => symbol),
      ),
    },
  },
];

function textOf(number: KnownOrder["price"]): string {
  return typeof number === "string" ? decimal(number).text : (number?.text ?? "");
}

// Each order told is looked for on the symbol that its id is found on.
function movingToItsId(input: RuleInput): RuleInput {
  const symbolOf = new Map(input.snapshot.openOrders.map(({ orderId, symbol }) => [orderId, symbol]));
  const orders = (input.knownOrders ?? []).map((order) => ({
    ...order,
    symbol: symbolOf.get(order.orderId) ?? order.symbol,
  }));
  return { ...input, knownOrders: input.knownOrders === null ? null : orders };
}

// Where both hold something on the same side, we are taken to hold as much as they.
function withOurSizes(input: RuleInput): RuleInput {
  const { knownPositions = null, snapshot } = input;
  const sized = knownPositions?.map((ours) => {
    const theirs = snapshot.positions.find(
      ({ symbol, side, qty }) => symbol === ours.symbol && side === ours.side && !isZero(qty),
    );
    return theirs === undefined ? ours : { ...ours, qty: theirs.qty };
  });
  return { ...input, knownPositions: sized ?? null };
}
