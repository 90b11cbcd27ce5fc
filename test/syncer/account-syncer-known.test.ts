import { describe, expect, it } from "vitest";
import type { Known } from "../../src/syncer/known.js";
import { snapshotOf } from "../support/accounts.js";
import { deepFreeze } from "../support/deep-freeze.js";
import { changedSeries } from "../support/metric-series.js";
import { SyncerRig } from "../support/syncer-rig.js";
import { thrownBy } from "../support/thrown-by.js";

const ACCOUNT = snapshotOf();
const OURS = {
  orders: [{ orderId: "ord_1", symbol: "BTCUSDT", side: "BUY", price: "49000", qty: "0.1" }],
  positions: [{ symbol: "BTCUSDT", side: "LONG", qty: "0.5" }],
} as const satisfies Known;

async function rulesOf(rig: SyncerRig, known: Known, snapshot = ACCOUNT): Promise<string[]> {
  return (await rig.sync(snapshot, known)).mismatches.map(({ rule }) => rule);
}

describe("what is known", () => {
  it.each([
    { name: "both sides agree", known: OURS, rules: [] },
    {
      name: "nothing is ours",
      known: { orders: [], positions: [] },
      rules: ["orphan_order", "position_mismatch"],
    },
    { name: "positions alone", known: { positions: [] }, rules: ["position_mismatch"] },
    { name: "orders alone", known: { orders: [] }, rules: ["orphan_order"] },
    {
      name: "an order is gone, another is not ours",
      known: { orders: [{ orderId: "ord_2", symbol: "BTCUSDT" }] },
      rules: ["orphan_order", "missing_order"],
    },
  ])("$name: $rules", async ({ known, rules }) => {
    expect(await rulesOf(new SyncerRig(), known)).toEqual(rules);
  });

  it("is read when the answer is there: a live Set is seen as it is then", async () => {
    const orderIds = new Set<string>();
    const rig = new SyncerRig();
    const { mismatches } = await rig.sync(async () => {
      orderIds.add("ord_1");
      return ACCOUNT;
    }, orderIds);
    expect(mismatches).toEqual([]);
  });

  it("each list is read once in each sync, and not at all where the fetch failed", async () => {
    let [orders, positions] = [0, 0];
    const known: Known = {
      orders: {
        [Symbol.iterator]() {
          orders += 1;
          return OURS.orders.values();
        },
      },
      positions: {
        [Symbol.iterator]() {
          positions += 1;
          return OURS.positions.values();
        },
      },
    };
    const rig = new SyncerRig();
    await rig.sync(() => Promise.reject(new Error("down")), known);
    expect([orders, positions]).toEqual([0, 0]);
    expect(await rulesOf(rig, known)).toEqual([]);
    expect([orders, positions]).toEqual([1, 1]);
    expect(await rulesOf(rig, known)).toEqual([]);
    expect([orders, positions]).toEqual([2, 2]);
  });

  it("is left as it was, frozen throughout", async () => {
    const frozen = deepFreeze({ ...OURS, orderIds: ["b", "a"] });
    expect(await rulesOf(new SyncerRig(), frozen, deepFreeze(snapshotOf()))).toEqual([]);
  });

  it.each([
    { name: "a price", known: { orders: [{ ...OURS.orders[0], price: "x" }] }, path: "orders[0].price: " },
    {
      name: "a position's qty",
      known: { positions: [{ ...OURS.positions[0], qty: "" }] },
      path: "positions[0].qty: ",
    },
    { name: "an id", known: { orderIds: ["a", ""] }, path: "orderIds[1]: " },
  ])("$name that is none is thrown with its path, and the sync did not happen", async ({ known, path }) => {
    const rig = new SyncerRig();
    await rig.sync(snapshotOf({ ts: 1000 }), OURS);
    const before = await rig.scrape();
    const thrown = await thrownBy(() => rig.sync(snapshotOf({ ts: 5000, positions: [] }), known));
    expect(thrown).toMatchObject({ name: "DrillError", code: "bad_input" });
    expect(String(thrown)).toContain(path);
    expect(rig.syncer.lastTs).toBe(1000);
    expect(changedSeries(before, await rig.scrape())).toEqual({});
    expect(await rulesOf(rig, OURS)).toEqual([]);
  });
});
