import { describe, expect, it } from "vitest";
import { drillB } from "../../src/drills/drill-b-duplicate-and-negative.js";
import { oneDrill, snapshotsOf, verdictsOf } from "../support/fire-drill-run.js";

describe("drill B", () => {
  it("feeds the same symbol and side twice and an order of -0.5", () => {
    expect(snapshotsOf(drillB("p"))).toMatchObject([
      {
        positions: [
          { symbol: "BTCUSDT", side: "LONG" },
          { symbol: "BTCUSDT", side: "LONG" },
        ],
        open_orders: [{ qty: "-0.5" }],
      },
    ]);
  });

  it("passes its seven checks against the bundled syncer", async () => {
    const { checks, provenMarker } = await oneDrill(drillB);
    expect(verdictsOf(checks)).toEqual([
      "passed sync is not ok",
      "passed 2 mismatches",
      "passed proven: duplicate_key + negative_qty detected",
      "passed duplicate_key present",
      "passed negative_qty present",
      "passed counter duplicate_key is 1",
      "passed counter negative_qty is 1",
    ]);
    expect(provenMarker).toBe("drill_b_PROVEN: duplicate_key + negative_qty detected");
  });

  it("reports what was injected, caught and counted", async () => {
    const result = await oneDrill(drillB);
    expect(result).toMatchObject({ id: "b", title: "Duplicate key + negative qty" });
    expect(result.injected).toBe("the same position twice, an order of -0.5");
    expect(result.caught).toEqual(["duplicate_key", "negative_qty"]);
    expect(result.counted).toEqual(["1", "1"]);
    expect(result.metricLines).toEqual([
      'grinder_account_sync_mismatches_total{rule="duplicate_key"} 1',
      'grinder_account_sync_mismatches_total{rule="negative_qty"} 1',
    ]);
    expect([...result.files.keys()]).toEqual(["drill_b_log.txt", "drill_b_metrics.txt"]);
  });
});
