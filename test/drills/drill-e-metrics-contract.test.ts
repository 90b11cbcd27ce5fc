import { describe, expect, it } from "vitest";
import { drillE } from "../../src/drills/drill-e-metrics-contract.js";
import { oneDrill, verdictsOf } from "../support/fire-drill-run.js";

describe("drill E", () => {
  it("seeds the registry with a clean sync, an orphan and a fetch that times out", () => {
    expect(drillE("p").steps).toMatchObject([
      { fetchError: null, knownOrderIds: null },
      { fetchError: null, knownOrderIds: [], snapshot: { open_orders: [{}] } },
      { fetchError: "timeout" },
    ]);
  });

  it("passes its eight checks against the bundled syncer", async () => {
    const { checks, provenMarker } = await oneDrill(drillE);
    expect(verdictsOf(checks)).toEqual([
      "passed all 27 required patterns present",
      "passed HELP line of last_ts",
      "passed TYPE of last_ts is gauge",
      "passed HELP line of mismatches_total",
      "passed TYPE of mismatches_total is counter",
      "passed gauge positions_count is 1",
      "passed counter orphan_order is 1",
      "passed counter timeout is 1",
    ]);
    expect(provenMarker).toBe("drill_e_PROVEN: all 27 account sync patterns present");
  });

  it("reports what was injected, caught and counted, and leaves no log", async () => {
    const result = await oneDrill(drillE);
    expect(result).toMatchObject({ id: "e", title: "Metrics contract" });
    expect(result.injected).toBe("a clean sync, an orphan, a fetch that times out");
    expect(result.caught).toEqual(["orphan_order"]);
    expect(result.counted).toEqual(["1"]);
    expect(result.metricLines).toEqual([
      "grinder_account_sync_positions_count 1",
      'grinder_account_sync_errors_total{reason="timeout"} 1',
    ]);
    expect([...result.files.keys()]).toEqual(["drill_e_metrics.txt"]);
  });
});
