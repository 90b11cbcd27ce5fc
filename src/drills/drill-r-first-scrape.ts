import { type Drill, PROVEN } from "../drill/drill.js";
import {
  countersAre,
  errorCounterIs,
  expositionIsValid,
  gaugesAre,
  linesArePresent,
} from "../drill/metrics-checks.js";
import { CONTRACT_METRICS, requiredMetricsPatterns } from "../syncer/metric-contract.js";
import { FETCH_ERROR_REASONS } from "../syncer/sync-result.js";
import { DRILL_CLOCK } from "./accounts.js";

const GAUGES = Object.values(CONTRACT_METRICS).flatMap(({ name, type }) => (type === "gauge" ? [name] : []));

/** The first scrape of a new process, before any sync: whole, valid, every series at 0. What is born at 1 never alerts. */
export function drillR(prefix: string): Drill {
  const patterns = requiredMetricsPatterns(prefix);
  return {
    id: "r",
    title: "First scrape",
    injected: "nothing: the metrics before the first sync",
    proves: "every series there from the first scrape on",
    now: DRILL_CLOCK,
    steps: [],
    checks: [
      countersAre([], prefix),
      linesArePresent(`all ${patterns.length} required patterns present`, patterns),
      expositionIsValid(),
      ...FETCH_ERROR_REASONS.map((reason) => errorCounterIs(reason, 0, prefix)),
      gaugesAre(Object.fromEntries(GAUGES.map((name) => [name, 0])), prefix),
      PROVEN,
    ],
    proof: [],
    shows: [["mismatches_total", ["rule", "negative_qty"]]],
    hasLog: true,
  };
}
