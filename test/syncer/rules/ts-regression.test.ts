import { describe, expect, it } from "vitest";
import { findMismatches } from "../../../src/syncer/mismatch-rules.js";
import { isEmptyAccount, isRegression } from "../../../src/syncer/rules/ts-regression.js";
import { EMPTY_ACCOUNT, snapshotOf } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

describe("ts_regression", () => {
  it.each([
    { name: "older", ts: 4999, lastTs: 5000, regressed: true },
    { name: "equal", ts: 5000, lastTs: 5000, regressed: false },
    { name: "newer", ts: 5001, lastTs: 5000, regressed: false },
    { name: "the first", ts: 1, lastTs: 0, regressed: false },
    { name: "ts 0 with rows in it", ts: 0, lastTs: 1, regressed: true },
  ])("$name: $regressed", ({ ts, lastTs, regressed }) => {
    const detail = `ts_regression: snapshot ts ${ts} is before the last accepted ts ${lastTs}`;
    expect(foundByRules({ ts }, { lastTs })).toEqual(regressed ? [detail] : []);
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
