import { type Drill, PROVEN } from "../drill/drill.js";
import { errorCounterIs, gaugesAre } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { FETCH_ERROR_REASONS } from "../syncer/sync-result.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

const EMPTY = { positions: [], openOrders: [], ts: 0 };

/** A failed fetch is counted by its reason and says nothing about the account: no finding, nothing moves. */
export function drillO(prefix: string): Drill {
  const account = { positions: [position()], openOrders: [openOrder()], ts: 2000 };
  return {
    id: "o",
    title: "Fetch errors",
    injected: "a fetch that fails, once for each reason",
    proves: "every reason counted, nothing else moved",
    now: DRILL_CLOCK + 5000,
    steps: [
      { ...syncOf(account, ["known_ord_1"]), now: DRILL_CLOCK },
      ...FETCH_ERROR_REASONS.map((fetchError) => ({
        ...syncOf(EMPTY, []),
        fetchError,
        now: DRILL_CLOCK + 1000,
      })),
    ],
    checks: [
      ...syncsAre(
        [{ lastTs: 2000 }, ...FETCH_ERROR_REASONS.map((error) => ({ error, lastTs: 2000 }))],
        prefix,
      ),
      ...FETCH_ERROR_REASONS.map((reason) => errorCounterIs(reason, 1, prefix)),
      gaugesAre({ last_ts: 2000, positions_count: 1, open_orders_count: 1, pending_notional: 4900 }, prefix),
      gaugesAre({ last_wall_ts: DRILL_CLOCK, age_seconds: 5, data_age_seconds: 13 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["errors_total", ["reason", "timeout"]], ["last_wall_ts"]],
    hasLog: true,
  };
}
