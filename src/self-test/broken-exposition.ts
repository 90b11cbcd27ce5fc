import type { BrokenSyncer } from "./broken-syncer.js";
import { lacking, renamed, revalued } from "./spoil-metrics.js";

/** Metrics texts that lack something, name it otherwise, or are not to be read. */
export const BROKEN_EXPOSITION: readonly BrokenSyncer[] = [
  {
    wrong: "shows NaN",
    caughtBy: "a",
    alsoFails: "bcde",
    habits: { expose: revalued("mismatches_total", () => Number.NaN) },
  },
  { wrong: "lacks a HELP line", caughtBy: "e", habits: { expose: lacking(/^# HELP .*_mismatches_total /) } },
  { wrong: "lacks a TYPE line", caughtBy: "e", habits: { expose: lacking(/^# TYPE .*_age_seconds /) } },
  {
    wrong: "declares a counter a gauge",
    caughtBy: "e",
    habits: { expose: renamed("mismatches_total counter", "mismatches_total gauge") },
  },
  { wrong: "lacks a whole metric", caughtBy: "e", habits: { expose: lacking(/_data_age_seconds/) } },
  {
    wrong: "names a metric otherwise",
    caughtBy: "a",
    alsoFails: "bcde",
    habits: { expose: renamed("mismatches_total", "mismatch_total") },
  },
  {
    wrong: "puts another prefix before its metrics",
    caughtBy: "a",
    alsoFails: "bcde",
    habits: { expose: renamed("grinder_account_sync", "account_sync") },
  },
  { wrong: "serves an empty page", caughtBy: "a", alsoFails: "bcde", habits: { expose: () => "" } },
  {
    wrong: "serves a text that ends without a newline",
    caughtBy: "r",
    habits: { expose: (text) => text.trimEnd() },
  },
  {
    wrong: "serves a series twice",
    caughtBy: "r",
    habits: { expose: (text) => text.replace(/^(.*_positions_count [0-9]+)$/m, "$1\n$1") },
  },
  {
    wrong: "serves a comment that a scraper refuses",
    caughtBy: "r",
    habits: { expose: (text) => `# TYPE grinder_account_sync_extra number\n${text}` },
  },
];
