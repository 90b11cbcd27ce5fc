import { describe, expect, it } from "vitest";
import { snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";
import { changedSeries } from "../support/metric-series.js";
import { SyncerRig } from "../support/syncer-rig.js";

const P = "grinder_account_sync";

/** A rig that has accepted a snapshot of ts 5000 and whose clock has moved on since. */
async function rigAt5000(): Promise<SyncerRig> {
  const rig = new SyncerRig();
  await rig.sync(snapshotOf({ ts: 5000 }));
  rig.now = 12_000;
  return rig;
}

describe("a regressed snapshot", () => {
  it("is reported and rejected: last ts stays", async () => {
    const rig = await rigAt5000();
    const stale = snapshotOf({ ts: 3000 });
    expect(await rig.sync(stale)).toStrictEqual({
      ok: false,
      snapshot: stale,
      mismatches: [{ rule: "ts_regression", detail: "snapshot ts 3000 is before the last accepted ts 5000" }],
      pending: [],
      error: null,
    });
    expect(rig.syncer.lastTs).toBe(5000);
  });

  it("leaves the account's gauges: counters move, and the liveness of a sync that did complete", async () => {
    const rig = await rigAt5000();
    const before = await rig.scrape();
    await rig.sync(snapshotOf({ ts: 3000, positions: [], open_orders: [wireOrder({ qty: "7" })] }));
    expect(changedSeries(before, await rig.scrape())).toEqual({
      [`${P}_last_wall_ts`]: [10_000, 12_000],
      [`${P}_age_seconds`]: [2, 0],
      [`${P}_mismatches_total{rule="ts_regression"}`]: [0, 1],
      [`${P}_last_mismatch_timestamp_seconds{rule="ts_regression"}`]: [0, 12],
    });
  });

  it("is checked against the other rules too", async () => {
    const rig = await rigAt5000();
    const stale = snapshotOf({
      ts: 3000,
      positions: [wirePosition(), wirePosition()],
      open_orders: [wireOrder({ order_id: "x", qty: "-1" })],
    });
    const { mismatches } = await rig.sync(stale, []);
    const rules = ["ts_regression", "duplicate_key", "negative_qty", "orphan_order"];
    expect(mismatches.map(({ rule }) => rule)).toEqual(rules);
    const series = await rig.scrape();
    for (const rule of rules) expect(series.get(`${P}_mismatches_total{rule="${rule}"}`)).toBe(1);
  });

  it("regresses each time that it comes, until one is not older", async () => {
    const rig = await rigAt5000();
    const oks: boolean[] = [];
    for (const ts of [4999, 4999, 5000, 5001, 5000]) oks.push((await rig.sync(snapshotOf({ ts }))).ok);
    expect(oks).toEqual([false, false, true, true, false]);
    expect(rig.syncer.lastTs).toBe(5001);
  });

  it("at ts 0 with rows in it is no empty account", async () => {
    const rig = await rigAt5000();
    const { mismatches } = await rig.sync(snapshotOf({ ts: 0, positions: [] }));
    expect(mismatches.map(({ rule }) => rule)).toEqual(["ts_regression"]);
    expect(rig.syncer.lastTs).toBe(5000);
  });
});

describe("a last ts from before this process", () => {
  it("is what the first snapshot is held against", async () => {
    const rig = new SyncerRig({ lastTs: 5000 });
    expect(rig.syncer.lastTs).toBe(5000);
    expect((await rig.sync(snapshotOf({ ts: 4999 }))).ok).toBe(false);
    expect((await rig.sync(snapshotOf({ ts: 5000 }))).ok).toBe(true);
  });
});
