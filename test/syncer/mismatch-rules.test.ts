import { describe, expect, it } from "vitest";
import { findMismatches } from "../../src/syncer/mismatch-rules.js";
import { isEmptyAccount, isRegression } from "../../src/syncer/rules/ts-regression.js";
import { EMPTY_ACCOUNT, type Fields, snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";

/** Findings as `rule: detail`. */
function found(different: Fields, known: readonly string[] | null = null, lastTs = 0): string[] {
  const knownOrderIds = known === null ? null : new Set(known);
  const mismatches = findMismatches({ snapshot: snapshotOf(different), lastTs, knownOrderIds });
  return mismatches.map(({ rule, detail }) => `${rule}: ${detail}`);
}

describe("negative_qty", () => {
  it.each(["-1", "-0.000000000000000001", "-9007199254740993", "-1e-30"])("%s is found", (qty) => {
    const text = qty === "-1e-30" ? `-0.${"0".repeat(29)}1` : qty;
    const wire = { positions: [wirePosition({ qty })], open_orders: [wireOrder({ qty })] };
    expect(found(wire)).toEqual([
      `negative_qty: position "BTCUSDT" LONG has qty ${text}`,
      `negative_qty: order "ord_1" has qty ${text}`,
    ]);
  });

  it.each(["0", "-0", "-0.00", "-0e5", "0.000000000000000001", "9007199254740993"])("%s is fine", (qty) => {
    expect(found({ positions: [wirePosition({ qty })], open_orders: [wireOrder({ qty })] })).toEqual([]);
  });

  it("looks at no other number", () => {
    const below = { entry_price: "-1", mark_price: "-1", unrealized_pnl: "-1", leverage: -1 };
    const order = wireOrder({ price: "-1", filled_qty: "-1" });
    expect(found({ positions: [wirePosition(below)], open_orders: [order] })).toEqual([]);
  });
});

describe("orphan_order", () => {
  const orders = { open_orders: ["a", "b", "c"].map((order_id) => wireOrder({ order_id })) };
  it.each([
    { name: "no ids given: not looked for", known: null, orphans: [] },
    { name: "an empty set knows none", known: [], orphans: ["a", "b", "c"] },
    { name: "all known", known: ["c", "b", "a", "internal"], orphans: [] },
    { name: "the unknown ones alone", known: ["b", "internal"], orphans: ["a", "c"] },
    { name: "ids are exact text", known: ["A", " a", "b", "c"], orphans: ["a"] },
  ])("$name", ({ known, orphans }) => {
    const expected = orphans.map((id) => `orphan_order: order "${id}" on "BTCUSDT" is not known`);
    expect(found(orders, known)).toEqual(expected);
  });

  it("is found for each row of an id that appears twice", () => {
    expect(found({ open_orders: [wireOrder(), wireOrder()] }, [])).toEqual([
      'duplicate_key: order "ord_1" appears again',
      'orphan_order: order "ord_1" on "BTCUSDT" is not known',
      'orphan_order: order "ord_1" on "BTCUSDT" is not known',
    ]);
  });
});

describe("ts_regression", () => {
  it.each([
    { name: "older", ts: 4999, lastTs: 5000, regressed: true },
    { name: "equal", ts: 5000, lastTs: 5000, regressed: false },
    { name: "newer", ts: 5001, lastTs: 5000, regressed: false },
    { name: "the first", ts: 1, lastTs: 0, regressed: false },
    { name: "ts 0 with rows in it", ts: 0, lastTs: 1, regressed: true },
  ])("$name: $regressed", ({ ts, lastTs, regressed }) => {
    const detail = `ts_regression: snapshot ts ${ts} is before the last accepted ts ${lastTs}`;
    expect(found({ ts }, null, lastTs)).toEqual(regressed ? [detail] : []);
    const input = { snapshot: snapshotOf({ ts }), lastTs, knownOrderIds: null };
    expect(isRegression(input)).toBe(regressed);
  });

  it.each([
    { name: "nothing at ts 0", snapshot: EMPTY_ACCOUNT, empty: true },
    {
      name: "nothing at ts 1",
      snapshot: snapshotOf({ positions: [], open_orders: [], ts: 1 }),
      empty: false,
    },
    { name: "a position at ts 0", snapshot: snapshotOf({ open_orders: [], ts: 0 }), empty: false },
    { name: "an order at ts 0", snapshot: snapshotOf({ positions: [], ts: 0 }), empty: false },
  ])("an empty account is never a regression: $name", ({ snapshot, empty }) => {
    expect(isEmptyAccount(snapshot)).toBe(empty);
    const findings = findMismatches({ snapshot, lastTs: 5000, knownOrderIds: null });
    expect(findings.map(({ rule }) => rule)).toEqual(empty ? [] : ["ts_regression"]);
  });
});

it("findings of all rules come in the order of the contract", () => {
  const position = wirePosition({ qty: "-1" });
  const order = wireOrder({ qty: "-2" });
  expect(found({ positions: [position, position], open_orders: [order, order], ts: 1 }, [], 2)).toEqual([
    "ts_regression: snapshot ts 1 is before the last accepted ts 2",
    'duplicate_key: position "BTCUSDT" LONG appears again',
    'duplicate_key: order "ord_1" appears again',
    'negative_qty: position "BTCUSDT" LONG has qty -1',
    'negative_qty: position "BTCUSDT" LONG has qty -1',
    'negative_qty: order "ord_1" has qty -2',
    'negative_qty: order "ord_1" has qty -2',
    'orphan_order: order "ord_1" on "BTCUSDT" is not known',
    'orphan_order: order "ord_1" on "BTCUSDT" is not known',
  ]);
});
