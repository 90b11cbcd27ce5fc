import type { BrokenSyncer } from "./broken-syncers.js";
import { linesWithout, renamed, revalued, uncounted } from "./flaws.js";

/** Metrics that are wrong, late or missing. */
export const BROKEN_METRICS: readonly BrokenSyncer[] = [
  { name: "counts no mismatch", failing: "bcde", flaws: { metrics: revalued("mismatches_total", () => 0) } },
  {
    name: "counts every mismatch twice",
    failing: "bcde",
    flaws: { metrics: revalued("mismatches_total", (n) => 2 * n) },
  },
  {
    name: "counts orphans under the name of another rule",
    failing: "abce",
    flaws: { metrics: renamed("orphan_order", "duplicate_key") },
  },
  {
    name: "starts its counters at 1",
    failing: "abcde",
    flaws: { metrics: revalued("mismatches_total", (n) => n + 1) },
  },
  {
    name: "has no series before the first mismatch",
    failing: "ab",
    flaws: { metrics: linesWithout(/_mismatches_total\{.* 0$/) },
  },
  {
    name: "counts no failed fetch",
    failing: "e",
    flaws: { metrics: uncounted("errors_total", "reason", "timeout") },
  },
  {
    name: "counts a timeout as another reason",
    failing: "e",
    flaws: { metrics: renamed('reason="timeout"', 'reason="slow"') },
  },
  { name: "never sets the wall clock", failing: "a", flaws: { metrics: revalued("last_wall_ts", () => 0) } },
  {
    name: "shows last_ts in seconds",
    failing: "ad",
    flaws: { metrics: revalued("last_ts", (ms) => ms / 1000) },
  },
  { name: "shows no positions", failing: "ae", flaws: { metrics: revalued("positions_count", () => 0) } },
  {
    name: "counts one order too many",
    failing: "ad",
    flaws: { metrics: revalued("open_orders_count", (n) => n + 1) },
  },
  {
    name: "loses a cent of the pending notional",
    failing: "a",
    flaws: { metrics: revalued("pending_notional", (n) => n - 0.01) },
  },
  { name: "shows NaN", failing: "abcde", flaws: { metrics: revalued("mismatches_total", () => Number.NaN) } },
  {
    name: "lacks a HELP line",
    failing: "e",
    flaws: { metrics: linesWithout(/^# HELP .*_mismatches_total /) },
  },
  { name: "lacks a TYPE line", failing: "e", flaws: { metrics: linesWithout(/^# TYPE .*_age_seconds /) } },
  {
    name: "declares a counter a gauge",
    failing: "e",
    flaws: { metrics: renamed("mismatches_total counter", "mismatches_total gauge") },
  },
  {
    name: "lacks a metric that no drill reads",
    failing: "e",
    flaws: { metrics: linesWithout(/_data_age_seconds/) },
  },
  {
    name: "names a metric otherwise",
    failing: "abcde",
    flaws: { metrics: renamed("mismatches_total", "mismatch_total") },
  },
  {
    name: "puts another prefix before its metrics",
    failing: "abcde",
    flaws: { metrics: renamed("grinder_account_sync", "account_sync") },
  },
  { name: "serves an empty page", failing: "abcde", flaws: { metrics: () => "" } },
];
