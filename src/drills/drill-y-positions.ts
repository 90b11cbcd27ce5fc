import { type Drill, PROVEN } from "../drill/drill.js";
import { namedTimes } from "../drill/reply-checks.js";
import { syncsAre } from "../drill/sync-row-checks.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { DRILL_CLOCK, openOrder, ourPosition, position, syncOf, told } from "./accounts.js";

/**
 * A position of another size, one that is not ours and one of ours that is gone are a finding each, a flip is two. A row
 * of size zero is no position, and quantities of two margin modes are one where we name none.
 */
export function drillY(prefix: string): Drill {
  const healthy = [
    position(),
    position({ symbol: "ETHUSDT", qty: "2", margin_mode: "CROSS" }),
    position({ symbol: "ETHUSDT", qty: "3", margin_mode: "ISOLATED" }),
    position({ symbol: "SOLUSDT", side: "SHORT", qty: "7" }),
    position({ symbol: "XRPUSDT", qty: "0" }),
  ];
  const positions = [
    ourPosition({ qty: "0.50" }),
    ourPosition({ symbol: "ETHUSDT", qty: "5" }),
    ourPosition({ symbol: "SOLUSDT", side: "SHORT", qty: "7" }),
  ];
  const diverged = [
    position({ qty: "0.6" }),
    position({ symbol: "SOLUSDT", side: "LONG", qty: "7" }),
    position({ symbol: "DOGEUSDT", qty: "1" }),
  ];
  const accountOf = (rows: typeof healthy) =>
    syncOf({ positions: rows, openOrders: [openOrder()], ts: 2000 });
  return {
    id: "y",
    title: "Positions",
    injected: "a position of another size, one gone, one unknown, one flipped",
    proves: "positions that differ are found, a flip twice",
    now: DRILL_CLOCK,
    steps: [told(accountOf(healthy), { positions }), told(accountOf(diverged), { positions })],
    checks: [
      ...syncsAre([{ lastTs: 2000 }, { found: FIVE, lastTs: 2000 }], prefix, MISMATCH_RULES),
      namedTimes("BTCUSDT", 1, 1),
      namedTimes("ETHUSDT", 1, 1),
      namedTimes("SOLUSDT", 2, 1),
      namedTimes("DOGEUSDT", 1, 1),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "position_mismatch"]]],
    hasLog: true,
  };
}

const FIVE = Array.from({ length: 5 }, () => "position_mismatch" as const);
