import type { BrokenSyncer } from "./broken-syncer.js";
import { lacking, renamed, revalued } from "./spoil-metrics.js";

/** Counters that count too little, too much, or something else. */
export const BROKEN_COUNTERS: readonly BrokenSyncer[] = [
  {
    wrong: "counts no mismatch, though it reports it",
    caughtBy: "b",
    alsoFails: "cde",
    habits: { count: () => [] },
  },
  {
    wrong: "counts every mismatch twice",
    caughtBy: "b",
    alsoFails: "cde",
    habits: { count: ({ found }) => found.flatMap((one) => [one, one]) },
  },
  {
    wrong: "counts a rule once for each sync, not for each finding",
    caughtBy: "h",
    habits: {
      count: ({ found }) =>
        found.filter(({ rule }, at) => found.findIndex((one) => one.rule === rule) === at),
    },
  },
  {
    wrong: "counts on a clean sync",
    caughtBy: "a",
    habits: {
      count: ({ found }) => (found.length === 0 ? [{ rule: "duplicate_key", detail: "none" }] : found),
    },
  },
  {
    wrong: "counts orphans under the name of another rule",
    caughtBy: "c",
    alsoFails: "bde",
    habits: { count: ({ found }) => found.map(({ detail }) => ({ rule: "duplicate_key" as const, detail })) },
  },
  {
    wrong: "has no series of orphans, and shows them as another rule's",
    caughtBy: "c",
    alsoFails: "abe",
    habits: { expose: renamed("orphan_order", "duplicate_key") },
  },
  {
    wrong: "counts no failed fetch",
    caughtBy: "e",
    habits: { expose: revalued("errors_total", () => 0) },
  },
  {
    wrong: "counts a timeout under a reason of its own",
    caughtBy: "e",
    habits: { expose: renamed('reason="timeout"', 'reason="slow"') },
  },
  {
    wrong: "starts its counters at 1",
    caughtBy: "a",
    alsoFails: "bcde",
    habits: { expose: revalued("mismatches_total", (n) => n + 1) },
  },
  {
    wrong: "counts no further than 3",
    caughtBy: "h",
    habits: { expose: revalued("mismatches_total", (n) => Math.min(n, 3)) },
  },
  {
    wrong: "counts no further than 4",
    caughtBy: "q",
    habits: { expose: revalued("mismatches_total", (n) => Math.min(n, 4)) },
  },
  {
    wrong: "puts its counters back to 0 after twenty syncs",
    caughtBy: "q",
    habits: {
      expose: (text, _, { syncs }) => (syncs > 20 ? revalued("mismatches_total", () => 0)(text) : text),
    },
  },
  {
    wrong: "counts what is scraped",
    caughtBy: "q",
    habits: {
      expose: (text, _, { scrapes }) =>
        revalued("mismatches_total", (n) => (n === 0 ? 0 : n + scrapes - 1))(text),
    },
  },
  {
    wrong: "has no series before the first mismatch",
    caughtBy: "a",
    alsoFails: "b",
    habits: { expose: lacking(/_mismatches_total\{.* 0$/) },
  },
  {
    wrong: "has no series before the first failed fetch of a reason",
    caughtBy: "r",
    habits: { expose: lacking(/_errors_total\{.* 0$/) },
  },
  {
    wrong: "has no metrics at all before the first sync",
    caughtBy: "r",
    habits: { expose: (text, _, { syncs }) => (syncs === 0 ? "" : text) },
  },
];
