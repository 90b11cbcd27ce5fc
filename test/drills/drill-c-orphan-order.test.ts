import { describe, expect, it } from "vitest";
import { drillC } from "../../src/drills/drill-c-orphan-order.js";
import { oneDrill, snapshotsOf, verdictsOf } from "../support/fire-drill-run.js";

describe("drill C", () => {
  it("feeds known_ord_1 and orphan_ord_x, where known_ord_1 and internal_ord_2 are known", () => {
    const drill = drillC("p");
    expect(snapshotsOf(drill)).toMatchObject([
      { open_orders: [{ order_id: "known_ord_1" }, { order_id: "orphan_ord_x" }] },
    ]);
    expect(drill.steps[0]?.knownOrderIds).toEqual(["known_ord_1", "internal_ord_2"]);
  });

  it("passes its five checks against the bundled syncer", async () => {
    const { checks, provenMarker } = await oneDrill(drillC);
    expect(verdictsOf(checks)).toEqual([
      "passed sync is not ok",
      "passed 1 mismatch",
      "passed proven: orphan_ord_x flagged, known_ord_1 not flagged",
      "passed orphan_order present",
      "passed counter orphan_order is 1",
    ]);
    expect(provenMarker).toBe("drill_c_PROVEN: orphan_ord_x flagged, known_ord_1 not flagged");
  });

  it("reports what was injected, caught and counted", async () => {
    const result = await oneDrill(drillC);
    expect(result).toMatchObject({ id: "c", title: "Orphan order" });
    expect(result.injected).toBe("an order that is not among the known ones");
    expect(result.caught).toEqual(["orphan_order"]);
    expect(result.counted).toEqual(["1"]);
    expect(result.metricLines).toEqual(['grinder_account_sync_mismatches_total{rule="orphan_order"} 1']);
    expect([...result.files.keys()]).toEqual(["drill_c_log.txt", "drill_c_metrics.txt"]);
  });
});
