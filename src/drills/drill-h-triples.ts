import { type Drill, PROVEN } from "../drill/drill.js";
import { gaugesAre } from "../drill/metrics-checks.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { DRILL_CLOCK, openOrder, position, syncOf } from "./accounts.js";

/** A row that comes three times is surplus twice. */
export function drillH(prefix: string): Drill {
  return {
    id: "h",
    title: "Triples",
    injected: "a position and an order three times each",
    proves: "every surplus row counted",
    now: DRILL_CLOCK,
    steps: [
      syncOf({
        positions: [position(), position({ qty: "0.7" }), position({ qty: "0.5" })],
        openOrders: [{}, {}, { price: "48000.00" }].map((row) => openOrder({ symbol: "ETHUSDT", ...row })),
        ts: 2000,
      }),
    ],
    checks: [
      ...syncsAre(
        [{ found: ["duplicate_key", "duplicate_key", "duplicate_key", "duplicate_key"], lastTs: 2000 }],
        prefix,
      ),
      namedTimes("BTCUSDT", 2, 0),
      namedTimes("known_ord_1", 2, 0),
      gaugesAre({ positions_count: 3, open_orders_count: 3 }, prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "duplicate_key"]]],
    hasLog: true,
  };
}
