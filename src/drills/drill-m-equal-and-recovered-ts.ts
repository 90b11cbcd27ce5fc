import { type Drill, PROVEN } from "../drill/drill.js";
import { gaugesAre } from "../drill/metrics-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, position, syncOf } from "./accounts.js";

/** Only a smaller ts is a regression; an equal one is fine, and after a rejected snapshot the account goes on. */
export function drillM(prefix: string): Drill {
  return {
    id: "m",
    title: "Equal and recovered ts",
    injected: "ts 5000, 5000, 4999, 5000, 6000",
    proves: "only the smaller ts rejected",
    now: DRILL_CLOCK,
    steps: [5000, 5000, 4999, 5000, 6000].map((ts) =>
      syncOf({ positions: [position({ ts })], openOrders: [], ts }),
    ),
    checks: [
      ...syncsAre(
        [
          { lastTs: 5000 },
          { lastTs: 5000 },
          { found: ["ts_regression"], lastTs: 5000 },
          { lastTs: 5000 },
          { lastTs: 6000 },
        ],
        prefix,
      ),
      gaugesAre({ last_ts: 6000, data_age_seconds: 4 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
    hasLog: true,
  };
}
