import { describe, expect, it } from "vitest";
import { drillD } from "../../src/drills/drill-d-timestamp-regression.js";
import { oneDrill, snapshotsOf, verdictsOf } from "../support/fire-drill-run.js";

describe("drill D", () => {
  it("feeds ts 5000 and then ts 3000, both of accounts that hold a position", () => {
    expect(snapshotsOf(drillD("p"))).toMatchObject([
      { positions: [{ ts: 5000 }], open_orders: [], ts: 5000 },
      { positions: [{ ts: 3000 }], open_orders: [{ ts: 3000 }], ts: 3000 },
    ]);
  });

  it("passes its six checks against the bundled syncer", async () => {
    const { checks, provenMarker } = await oneDrill(drillD);
    expect(verdictsOf(checks)).toEqual([
      "passed first sync is ok",
      "passed second sync is not ok",
      "passed last_ts is still 5000",
      "passed proven: ts_regression detected",
      "passed ts_regression present",
      "passed counter ts_regression is 1",
    ]);
    expect(provenMarker).toBe("drill_d_PROVEN: ts_regression detected");
  });

  it("reports what was injected, caught and counted", async () => {
    const result = await oneDrill(drillD);
    expect(result).toMatchObject({ id: "d", title: "Timestamp regression" });
    expect(result.injected).toBe("ts 5000, then ts 3000");
    expect(result.caught).toEqual(["ts_regression"]);
    expect(result.counted).toEqual(["1"]);
    expect(result.metricLines).toEqual([
      'grinder_account_sync_mismatches_total{rule="ts_regression"} 1',
      "grinder_account_sync_last_ts 5000",
    ]);
    expect([...result.files.keys()]).toEqual(["drill_d_log.txt", "drill_d_metrics.txt"]);
  });
});
