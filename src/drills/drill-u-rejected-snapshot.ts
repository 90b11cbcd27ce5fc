import { type Drill, PROVEN } from "../drill/drill.js";
import { gaugesAre } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** A rejected snapshot moves nothing but the mismatch counters, and its other faults are reported all the same. */
export function drillU(prefix: string): Drill {
  // By a rejected snapshot nothing settles, so that a syncer with a grace cannot be asked for the orphan in it.
  return { ...rejected(prefix, ["known_ord_1"]), withGrace: rejected(prefix, null) };
}

function rejected(prefix: string, known: readonly string[] | null): Drill {
  const old = position({ ts: 3000 });
  const orphan = openOrder({ order_id: "orphan_ord_x", qty: "-0.5", ts: 3000 });
  return {
    id: "u",
    title: "Rejected snapshot",
    injected: "an old snapshot that has other faults too",
    proves: "a rejected snapshot moves the counters alone",
    now: DRILL_CLOCK,
    steps: [
      syncOf({ positions: [position({ ts: 5000 })], openOrders: [openOrder({ ts: 5000 })], ts: 5000 }),
      {
        ...syncOf(
          {
            positions: [old, old, position({ symbol: "ETHUSDT", ts: 3000 })],
            openOrders: [orphan, openOrder({ ts: 3000 })],
            ts: 3000,
          },
          known,
        ),
        now: DRILL_CLOCK + 1000,
      },
      syncOf({ positions: [], openOrders: [], ts: 100 }),
    ],
    checks: [
      ...syncsAre(
        [
          { lastTs: 5000 },
          {
            found: [
              "ts_regression",
              "duplicate_key",
              "negative_qty",
              ...(known === null ? [] : (["orphan_order"] as const)),
            ],
            lastTs: 5000,
          },
          { found: ["ts_regression"], lastTs: 5000 },
        ],
        prefix,
      ),
      gaugesAre({ last_ts: 5000, positions_count: 1, open_orders_count: 1, pending_notional: 4900 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
    hasLog: true,
  };
}
