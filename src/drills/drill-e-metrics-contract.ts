import type { Drill } from "../drill/drill.js";
import { counterIs, errorCounterIs, gaugeIs, linesArePresent } from "../drill/metrics-checks.js";
import { requiredMetricsPatterns } from "../syncer/metric-contract.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** The alert can only ring on names that are exposed: every metric has its HELP, TYPE and sample line. */
export function drillE(prefix: string): Drill {
  const patterns = requiredMetricsPatterns(prefix);
  const healthy = { positions: [position()], openOrders: [openOrder()], ts: 2000 };
  return {
    id: "e",
    title: "Metrics contract",
    injected: "a clean sync, an orphan, a fetch that times out",
    proves: `all ${patterns.length} account sync patterns present`,
    now: DRILL_CLOCK,
    steps: [syncOf(healthy), syncOf(healthy, []), { ...syncOf(healthy), fetchError: "timeout" }],
    checks: [
      linesArePresent(`all ${patterns.length} required patterns present`, patterns),
      linesArePresent("HELP line of last_ts", [`# HELP ${prefix}_last_ts `]),
      linesArePresent("TYPE of last_ts is gauge", [`# TYPE ${prefix}_last_ts gauge`]),
      linesArePresent("HELP line of mismatches_total", [`# HELP ${prefix}_mismatches_total `]),
      linesArePresent("TYPE of mismatches_total is counter", [`# TYPE ${prefix}_mismatches_total counter`]),
      gaugeIs("positions_count", 1, prefix),
      counterIs("orphan_order", 1, prefix),
      errorCounterIs("timeout", 1, prefix),
    ],
    proof: [],
    shows: [["positions_count"], ["errors_total", ["reason", "timeout"]]],
    hasLog: false,
  };
}
