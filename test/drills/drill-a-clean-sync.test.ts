import { describe, expect, it } from "vitest";
import { drillA } from "../../src/drills/drill-a-clean-sync.js";
import { oneDrill, snapshotsOf, verdictsOf } from "../support/fire-drill-run.js";

describe("drill A", () => {
  it("feeds two healthy positions and one order, once, with no known ids", () => {
    const drill = drillA("p");
    expect(snapshotsOf(drill)).toMatchObject([
      {
        positions: [
          { symbol: "BTCUSDT", side: "LONG", qty: "0.5" },
          { symbol: "ETHUSDT", side: "SHORT", qty: "4" },
        ],
        open_orders: [{ price: "49000.00", qty: "0.1", filled_qty: "0" }],
        ts: 2000,
        source: "fire_drill",
      },
    ]);
    expect(drill.steps[0]).toMatchObject({ fetchError: null, knownOrderIds: null });
  });

  it("passes its seven checks against the bundled syncer", async () => {
    const { checks, provenMarker } = await oneDrill(drillA);
    expect(verdictsOf(checks)).toEqual([
      "passed sync is ok",
      "passed 0 mismatches",
      "passed proven: clean sync",
      "passed gauge last_ts is 2000",
      "passed gauge positions_count is 2",
      "passed gauge open_orders_count is 1",
      "passed gauge pending_notional is 4900",
    ]);
    expect(provenMarker).toBe("drill_a_PROVEN: clean sync");
  });

  it("reports what it injected, and the gauges", async () => {
    const result = await oneDrill(drillA);
    expect(result).toMatchObject({ id: "a", title: "Clean sync", caught: [], counted: [] });
    expect(result.injected).toBe("nothing: two healthy positions, one order");
    expect(result.metricLines).toEqual([
      "grinder_account_sync_last_ts 2000",
      "grinder_account_sync_positions_count 2",
      "grinder_account_sync_open_orders_count 1",
      "grinder_account_sync_pending_notional 4900",
    ]);
    expect([...result.files.keys()]).toEqual(["drill_a_log.txt", "drill_a_metrics.txt"]);
  });
});
