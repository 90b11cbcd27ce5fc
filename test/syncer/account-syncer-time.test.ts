import { describe, expect, it } from "vitest";
import { EMPTY_ACCOUNT, snapshotOf, wireOrder } from "../support/accounts.js";
import { changedSeries } from "../support/metric-series.js";
import { SyncerRig } from "../support/syncer-rig.js";

const P = "grinder_account_sync";

describe("time", () => {
  const AHEAD = 300_000;

  it("a snapshot of more than 5 minutes ahead of the clock is a failed fetch, parse", async () => {
    const rig = new SyncerRig();
    await rig.sync(snapshotOf());
    const before = await rig.scrape();
    const result = await rig.sync(snapshotOf({ ts: 10_001 + AHEAD, positions: [] }), []);
    expect(result).toStrictEqual({
      ok: false,
      snapshot: null,
      mismatches: [],
      pending: [],
      error: {
        reason: "parse",
        message: "snapshot ts 310001 is more than 5 minutes ahead of the clock, 10000",
      },
    });
    expect(rig.syncer.lastTs).toBe(2000);
    expect(changedSeries(before, await rig.scrape())).toEqual({
      [`${P}_errors_total{reason="parse"}`]: [0, 1],
    });
    expect((await rig.sync(snapshotOf({ ts: 10_000 + AHEAD }))).ok).toBe(true);
  });

  it("the clock is read once, when the answer is there", async () => {
    const rig = new SyncerRig();
    const result = await rig.sync(async () => {
      rig.now = 50_000;
      return snapshotOf({ ts: 50_000 + AHEAD });
    });
    expect(result.error).toBeNull();
    expect(rig.clockReads).toBe(1);
    expect((await rig.scrape()).get(`${P}_last_wall_ts`)).toBe(50_000);
  });

  it("a row that goes back is reported once, and its snapshot accepted", async () => {
    const rig = new SyncerRig();
    const fed = (ts: number, filled_qty: string) =>
      snapshotOf({ open_orders: [wireOrder({ ts, filled_qty })] });
    const found = [];
    for (const snapshot of [
      fed(2000, "0.05"),
      fed(1000, "0.05"),
      fed(1000, "0.05"),
      fed(2000, "0.01"),
      fed(2000, "0.01"),
    ]) {
      const { mismatches } = await rig.sync(snapshot);
      found.push(mismatches.map(({ rule }) => rule).join());
      expect((await rig.scrape()).get(`${P}_open_orders_count`)).toBe(1);
    }
    expect(found).toEqual(["", "ts_regression", "", "ts_regression", ""]);
  });

  it("rows are held against the last accepted snapshot: not a rejected one, not a failed one, not an emptied one", async () => {
    const rig = new SyncerRig();
    const newer = { open_orders: [wireOrder({ ts: 3000 })], positions: [], ts: 5000 };
    const old = snapshotOf({ ...newer, open_orders: [wireOrder({ ts: 2000 })] });
    await rig.sync(snapshotOf(newer));
    await rig.sync(snapshotOf({ ...newer, open_orders: [wireOrder({ ts: 1 })], ts: 1 }));
    await rig.sync(() => Promise.reject(new Error("down")));
    expect((await rig.sync(old)).mismatches).toHaveLength(1);
    await rig.sync(EMPTY_ACCOUNT);
    expect((await rig.sync(snapshotOf({ ...newer, open_orders: [wireOrder({ ts: 1 })] }))).ok).toBe(true);
  });
});
