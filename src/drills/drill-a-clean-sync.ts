import { type Drill, PROVEN } from "../drill/drill.js";
import { counterIs, gaugeIs } from "../drill/metrics-checks.js";
import { findingsAre, lastTsIs, mismatchCountIs, syncIs } from "../drill/reply-checks.js";
import { RUNBOOK_RULES } from "../syncer/mismatch-rules.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** A healthy account passes, and the gauges show it: no false alarm, and a live pipeline. */
export function drillA(prefix: string): Drill {
  return {
    id: "a",
    title: "Clean sync",
    injected: "nothing: two healthy positions, one order",
    proves: "clean sync",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [position(), position({ symbol: "ETHUSDT", side: "SHORT", qty: "4" })],
        openOrders: [openOrder()],
        ts: 2000,
      }),
    ],
    checks: [
      syncIs("ok"),
      mismatchCountIs(0),
      PROVEN,
      gaugeIs("last_ts", 2000, prefix),
      gaugeIs("positions_count", 2, prefix),
      gaugeIs("open_orders_count", 1, prefix),
      gaugeIs("pending_notional", 4900, prefix),
    ],
    proof: [
      findingsAre([]),
      lastTsIs(2000),
      gaugeIs("last_wall_ts", DRILL_CLOCK, prefix),
      ...RUNBOOK_RULES.map((rule) => counterIs(rule, 0, prefix)),
    ],
    shows: [["last_ts"], ["positions_count"], ["open_orders_count"], ["pending_notional"]],
    hasLog: true,
  };
}
