import { describe, expect, it } from "vitest";
import { snapshotOf } from "../support/accounts.js";
import { changedSeries } from "../support/metric-series.js";
import { SyncerRig } from "../support/syncer-rig.js";
import { thrownBy } from "../support/thrown-by.js";

describe("a second sync() while one is in flight", () => {
  it("is refused by name, and the first is not disturbed", async () => {
    const rig = new SyncerRig();
    const { promise, resolve } = pending();
    const first = rig.sync(() => promise.then(() => snapshotOf()));
    const refused = await thrownBy(() => rig.sync(snapshotOf({ ts: 9000 })));
    expect(refused).toMatchObject({ name: "DrillError", code: "sync_in_flight" });
    expect(String(refused)).toContain("while another sync() of the same AccountSyncer is running");
    expect(rig.fetches).toBe(1);
    resolve();
    expect((await first).ok).toBe(true);
    expect(rig.syncer.lastTs).toBe(2000);
  });

  it("is no error of the account: no counter moves", async () => {
    const rig = new SyncerRig();
    const { promise, resolve } = pending();
    const before = await rig.scrape();
    const first = rig.sync(() => promise.then(() => snapshotOf()));
    await thrownBy(() => rig.sync(snapshotOf()));
    expect(changedSeries(before, await rig.scrape())).toEqual({});
    resolve();
    await first;
  });

  it.each([
    { name: "succeeded", fetch: () => snapshotOf() },
    { name: "failed", fetch: () => Promise.reject(new Error("down")) },
  ])("goes once the first has $name", async ({ fetch }) => {
    const rig = new SyncerRig();
    await rig.sync(fetch);
    expect((await rig.sync(snapshotOf())).ok).toBe(true);
  });

  it("another instance is free to", async () => {
    const { promise, resolve } = pending();
    const first = new SyncerRig().sync(() => promise.then(() => snapshotOf()));
    expect((await new SyncerRig().sync(snapshotOf())).ok).toBe(true);
    resolve();
    await first;
  });
});

function pending(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
