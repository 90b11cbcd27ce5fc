import { describe, expect, it } from "vitest";
import { loadSnapshot } from "../../src/syncer/parse-snapshot.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import { snapshotOf } from "../support/accounts.js";
import { changedSeries } from "../support/metric-series.js";
import { SyncerRig } from "../support/syncer-rig.js";

const P = "grinder_account_sync";

function failing(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}

describe("a failed fetch", () => {
  it.each(FETCH_ERROR_REASONS)(
    "%s: comes back as an error, counts once, and moves nothing else",
    async (reason) => {
      const rig = new SyncerRig();
      await rig.sync(snapshotOf({ ts: 5000 }));
      const before = await rig.scrape();
      rig.now = 11_000;
      const result = await rig.sync(failing(Object.assign(new Error("no luck"), { reason })), []);
      expect(result).toStrictEqual({
        ok: false,
        snapshot: null,
        mismatches: [],
        pending: [],
        error: { reason, message: "no luck" },
      });
      expect(rig.syncer.lastTs).toBe(5000);
      expect(changedSeries(before, await rig.scrape())).toEqual({
        [`${P}_errors_total{reason="${reason}"}`]: [0, 1],
        [`${P}_age_seconds`]: [0, 1],
        [`${P}_data_age_seconds`]: [5, 6],
      });
    },
  );

  it.each([
    { name: "a rejected promise", fetch: () => Promise.reject(new Error("later")), message: "later" },
    { name: "nothing at all", fetch: failing(undefined), message: "undefined" },
    { name: "text", fetch: failing("plain text"), message: "plain text" },
    {
      name: "an object without a text",
      fetch: failing(Object.create(null)),
      message: "what was thrown has no text",
    },
    {
      name: "an error whose message is no text",
      fetch: failing(Object.assign(new Error(), { message: { code: 5 } })),
      message: "[object Object]",
    },
    { name: "a symbol", fetch: failing(Symbol("s")), message: "Symbol(s)" },
  ])("never throws out of sync(): $name", async ({ fetch, message }) => {
    const { error } = await new SyncerRig().sync(fetch);
    expect(error).toEqual({ reason: "unknown", message });
  });

  it("is no empty account: the next sync is held against the same last ts", async () => {
    const rig = new SyncerRig();
    await rig.sync(snapshotOf({ ts: 5000 }));
    await rig.sync(failing(new Error("down")));
    expect((await rig.sync(snapshotOf({ ts: 4000 }))).mismatches).toHaveLength(1);
    expect((await rig.sync(snapshotOf({ ts: 5000 }))).ok).toBe(true);
  });

  it("of an answer that cannot be read is a parse error that names the field", async () => {
    const { error } = await new SyncerRig().sync(() =>
      loadSnapshot('{"positions":[],"open_orders":[],"ts":1}'),
    );
    expect(error).toEqual({
      reason: "parse",
      message: "source: expected text that is not empty, got nothing",
    });
  });
});

describe("a malformed snapshot from a port without types", () => {
  it.each([
    { name: "nothing", json: "null", fault: "the snapshot is not an object" },
    { name: "the wire form", json: '{"ts":9000,"positions":[]}', fault: "openOrders is not an array" },
    {
      name: "a qty that is text, which no rule would flag",
      json: '{"ts":9000,"openOrders":[],"positions":[{"symbol":"A","side":"LONG","qty":"-1"}]}',
      fault: "positions[0] is not of type PositionSnap",
    },
    {
      name: "a snapshot that has been through JSON",
      json: JSON.stringify(snapshotOf({ positions: [], ts: 9000 })),
      fault: "openOrders[0] is not of type OpenOrderSnap",
    },
  ])("$name is a parse error", async ({ json, fault }) => {
    const rig = new SyncerRig();
    await rig.sync(snapshotOf());
    const before = await rig.scrape();
    const result = await rig.sync(() => JSON.parse(json));
    expect(result).toStrictEqual({
      ok: false,
      snapshot: null,
      mismatches: [],
      pending: [],
      error: { reason: "parse", message: `${fault}: build snapshots with parseSnapshot()` },
    });
    expect(rig.syncer.lastTs).toBe(2000);
    expect(changedSeries(before, await rig.scrape())).toEqual({
      [`${P}_errors_total{reason="parse"}`]: [0, 1],
    });
  });
});
