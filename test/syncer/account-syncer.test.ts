import { describe, expect, it } from "vitest";
import { renderSnapshot } from "../../src/syncer/canonical-snapshot.js";
import { EMPTY_ACCOUNT, snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";
import { deepFreeze } from "../support/deep-freeze.js";
import { changedSeries } from "../support/metric-series.js";
import { SyncerRig } from "../support/syncer-rig.js";

const P = "grinder_account_sync";

const FAULTY = {
  positions: [wirePosition(), wirePosition(), wirePosition({ symbol: "ETH", qty: "-1" })],
  open_orders: [wireOrder({ qty: "-0.5" }), wireOrder({ order_id: "orphan" })],
};
const FAULTY_RULES = ["duplicate_key", "negative_qty", "negative_qty", "orphan_order"];

describe("a clean sync", () => {
  it("is ok, hands the snapshot back and moves last ts", async () => {
    const rig = new SyncerRig();
    const snapshot = snapshotOf();
    expect(rig.syncer.lastTs).toBe(0);
    const result = await rig.sync(snapshot, ["ord_1"]);
    expect(result).toStrictEqual({ ok: true, snapshot, mismatches: [], pending: [], error: null });
    expect(result.snapshot).toBe(snapshot);
    expect(rig.syncer.lastTs).toBe(2000);
    expect(rig.fetches).toBe(1);
  });

  it("moves the gauges and no counter", async () => {
    const rig = new SyncerRig();
    const before = await rig.scrape();
    await rig.sync(snapshotOf());
    expect(changedSeries(before, await rig.scrape())).toEqual({
      [`${P}_last_ts`]: [0, 2000],
      [`${P}_last_wall_ts`]: [0, 10_000],
      [`${P}_data_age_seconds`]: [0, 8],
      [`${P}_positions_count`]: [0, 1],
      [`${P}_open_orders_count`]: [0, 1],
      [`${P}_pending_notional`]: [0, 4900],
    });
  });

  it("takes the port's snapshot at once or as a promise", async () => {
    const rig = new SyncerRig();
    expect((await rig.sync(() => snapshotOf())).ok).toBe(true);
    expect((await rig.sync(async () => snapshotOf())).ok).toBe(true);
  });
});

describe("a sync that finds mismatches", () => {
  it("is not ok, and is accepted all the same: last ts and gauges move", async () => {
    const rig = new SyncerRig();
    const before = await rig.scrape();
    const result = await rig.sync(snapshotOf(FAULTY), ["ord_1"]);
    expect(result.ok).toBe(false);
    expect(result.error).toBeNull();
    expect(result.mismatches.map(({ rule }) => rule)).toEqual(FAULTY_RULES);
    expect(rig.syncer.lastTs).toBe(2000);
    expect(changedSeries(before, await rig.scrape())).toMatchObject({
      [`${P}_last_ts`]: [0, 2000],
      [`${P}_positions_count`]: [0, 3],
      [`${P}_open_orders_count`]: [0, 2],
      [`${P}_mismatches_total{rule="duplicate_key"}`]: [0, 1],
      [`${P}_mismatches_total{rule="negative_qty"}`]: [0, 2],
      [`${P}_mismatches_total{rule="orphan_order"}`]: [0, 1],
      [`${P}_last_mismatch_timestamp_seconds{rule="orphan_order"}`]: [0, 10],
    });
  });
});

describe("known order ids", () => {
  const orders = snapshotOf({ open_orders: ["a", "b"].map((order_id) => wireOrder({ order_id })) });
  it.each([
    { name: "none given: orphans are not looked for", known: undefined, orphans: 0 },
    { name: "null: the same", known: null, orphans: 0 },
    { name: "an empty set flags all", known: new Set<string>(), orphans: 2 },
    { name: "an empty array flags all", known: [], orphans: 2 },
    { name: "a set", known: new Set(["a", "x"]), orphans: 1 },
    { name: "any other iterable", known: new Map([["b", 1]]).keys(), orphans: 1 },
    { name: "all of them", known: ["b", "a"], orphans: 0 },
  ])("$name", async ({ known, orphans }) => {
    const { mismatches } = await new SyncerRig().sync(orders, known);
    expect(mismatches.map(({ rule }) => rule)).toEqual(Array<string>(orphans).fill("orphan_order"));
  });
});

describe("sync() reads only", () => {
  it("a snapshot that is frozen throughout, whatever is wrong with it", async () => {
    const rig = new SyncerRig();
    await rig.sync(deepFreeze(snapshotOf({ ts: 5000 })));
    const rules = ["ts_regression", ...FAULTY_RULES];
    const { mismatches, error } = await rig.sync(deepFreeze(snapshotOf(FAULTY)), ["ord_1"]);
    expect(error).toBeNull();
    expect(mismatches.map(({ rule }) => rule)).toEqual(rules);
  });

  it("leaves snapshot and known ids as they were, the order of rows too", async () => {
    const fields = { positions: FAULTY.positions.toReversed(), open_orders: FAULTY.open_orders.toReversed() };
    const snapshot = snapshotOf(fields);
    const known = new Set(["z", "ord_1"]);
    const rig = new SyncerRig();
    await rig.sync(snapshot, known);
    expect(snapshot).toStrictEqual(snapshotOf(fields));
    expect([...known]).toEqual(["z", "ord_1"]);
    expect(renderSnapshot(snapshot)).toBe(renderSnapshot(snapshotOf(fields)));
  });
});

describe("an empty account", () => {
  it("is a normal transition: ok, last ts back to 0, gauges at 0, so that it can fill again", async () => {
    const rig = new SyncerRig();
    const before = await rig.scrape();
    await rig.sync(snapshotOf({ ts: 5000 }));
    expect(await rig.sync(EMPTY_ACCOUNT, [])).toMatchObject({ ok: true, mismatches: [] });
    expect(rig.syncer.lastTs).toBe(0);
    expect(changedSeries(before, await rig.scrape())).toEqual({ [`${P}_last_wall_ts`]: [0, 10_000] });

    expect(await rig.sync(snapshotOf({ ts: 3000 }))).toMatchObject({ ok: true });
    expect(rig.syncer.lastTs).toBe(3000);
  });
});
