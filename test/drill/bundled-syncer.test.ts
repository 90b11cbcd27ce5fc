import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { openOrder, position, syncOf } from "../../src/drills/accounts.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import { seriesOf } from "../support/metric-series.js";

const HEALTHY = syncOf({ positions: [position()], openOrders: [openOrder()], ts: 2000 });
const P = "grinder_account_sync";

async function seriesAt(syncer: BundledSyncer, now: number): Promise<ReadonlyMap<string, number>> {
  return seriesOf(await syncer.metrics(now));
}

describe("BundledSyncer", () => {
  it("says who it is", () => {
    expect(new BundledSyncer("1.2.3").identity).toEqual({
      name: "bundled AccountSyncer",
      isBundled: true,
      version: "1.2.3",
      language: "TypeScript",
    });
  });

  it("answers with what its sync found", async () => {
    const orphaned = { ...HEALTHY, knownOrderIds: ["other"] };
    expect(await new BundledSyncer("1").sync(HEALTHY)).toEqual({
      ok: true,
      mismatches: [],
      error: null,
      lastTs: 2000,
    });
    expect(await new BundledSyncer("1").sync(orphaned)).toEqual({
      ok: false,
      mismatches: [
        {
          rule: "orphan_order",
          detail: expect.stringContaining('order "known_ord_1" on "BTCUSDT" is not known'),
        },
      ],
      error: null,
      lastTs: 2000,
    });
  });

  it.each(FETCH_ERROR_REASONS)("lets a fetch fail by %s, and counts it", async (reason) => {
    const syncer = new BundledSyncer("1");
    await syncer.sync(HEALTHY);
    const reply = await syncer.sync({ ...HEALTHY, fetchError: reason });
    expect(reply).toEqual({ ok: false, mismatches: [], error: reason, lastTs: 2000 });
    expect((await seriesAt(syncer, 10_000)).get(`${P}_errors_total{reason="${reason}"}`)).toBe(1);
  });

  it("answers a snapshot that it cannot read with a parse error", async () => {
    const malformed = { ...HEALTHY, snapshot: { positions: "none" } };
    expect(await new BundledSyncer("1").sync(malformed)).toMatchObject({ ok: false, error: "parse" });
  });

  it("shows the clock of the last sync, and the age at the scrape", async () => {
    const syncer = new BundledSyncer("1");
    await syncer.sync({ ...HEALTHY, now: 3000 });
    const series = await seriesAt(syncer, 10_500);
    expect(series.get(`${P}_last_wall_ts`)).toBe(3000);
    expect(series.get(`${P}_age_seconds`)).toBe(7.5);
    expect(series.get(`${P}_data_age_seconds`)).toBe(8.5);
  });

  it("is a fresh syncer after a reset", async () => {
    const syncer = new BundledSyncer("1");
    const fresh = await syncer.metrics(5);
    await syncer.sync({ ...HEALTHY, knownOrderIds: [] });
    expect(await syncer.metrics(5)).not.toBe(fresh);
    await syncer.reset(5);
    expect(await syncer.metrics(5)).toBe(fresh);
    const older = syncOf({ positions: [position({ ts: 1 })], openOrders: [], ts: 1 });
    expect(await syncer.sync(older)).toMatchObject({ ok: true, lastTs: 1 });
  });
});
