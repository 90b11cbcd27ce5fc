import { describe, it } from "vitest";
import { type Fields, wireOrder, wirePosition, wireSnapshot, without } from "../support/accounts.js";
import { onThisNode } from "../support/node-versions.js";
import { type BadInput, expectRefused } from "../support/refused-input.js";

const HEALTHY = snapshotWith({});

function snapshotWith(fields: Fields): string {
  return JSON.stringify(wireSnapshot(fields));
}

function withPosition(fields: Fields): string {
  return snapshotWith({ positions: [wirePosition(), wirePosition(fields)] });
}

function withOrder(fields: Fields): string {
  return snapshotWith({ open_orders: [wireOrder(), wireOrder(fields)] });
}

const VALUES: readonly BadInput[] = [
  { name: "NaN", account: HEALTHY.replace('"0.5"', "NaN"), says: ["account.json", "not JSON"] },
  { name: "Infinity", account: HEALTHY.replace('"0.5"', "-Infinity"), says: ["account.json", "not JSON"] },
  { name: "NaN in quotes", account: withPosition({ qty: "NaN" }), says: ["positions[1].qty", '"NaN"'] },
  { name: "Infinity in quotes", account: withOrder({ price: "Infinity" }), says: ["open_orders[1].price"] },
  { name: "an empty quantity", account: withOrder({ qty: "" }), says: ["open_orders[1].qty"] },
  { name: "a null quantity", account: withPosition({ qty: null }), says: ["positions[1].qty", "null"] },
  { name: "a quantity as a number", account: withPosition({ qty: 0.1 }), says: ["positions[1].qty", "0.1"] },
  {
    name: "a numeric order id",
    account: withOrder({ order_id: 12 }),
    says: ["open_orders[1].order_id", "quotes"],
  },
  { name: "an empty order id", account: withOrder({ order_id: "" }), says: ["open_orders[1].order_id"] },
  { name: "a negative ts", account: snapshotWith({ ts: -1 }), says: ["ts", "-1"] },
  { name: "a fractional ts", account: snapshotWith({ ts: 0.5 }), says: ["ts", "0.5"] },
  { name: "ts as text", account: snapshotWith({ ts: "2000" }), says: ["ts", '"2000"'] },
  {
    name: "an unknown side",
    account: withPosition({ side: "long" }),
    says: ["positions[1].side", "LONG", '"long"'],
  },
  {
    name: "a missing field",
    account: snapshotWith({ open_orders: [without(wireOrder(), "status")] }),
    says: ["open_orders[0].status", "nothing"],
  },
  {
    name: "no positions",
    account: JSON.stringify(without(wireSnapshot(), "positions")),
    says: ["positions", "array"],
  },
  {
    name: "a row that is null",
    account: snapshotWith({ positions: [null] }),
    says: ["positions[0]", "null"],
  },
  { name: "null for the whole", account: "null", says: ["expected an object", "null"] },
  { name: "a list for the whole", account: "[]", says: ["expected an object", "an array"] },
  {
    name: "more bad fields than one line holds",
    account: snapshotWith({ positions: [{}] }),
    says: ["positions[0].symbol", "more"],
  },
  {
    name: "a symbol that breaks the line, in a bad place",
    account: withPosition({ side: "\n::error::\x1b[2J" }),
    says: ["positions[1].side", "\\u{a}::error::\\u{1b}"],
  },
];

onThisNode((node) => {
  describe("sync, given a bad value", () => {
    it.each(VALUES)("refuses $name", (bad) => expectRefused(node, bad));
  });
});
