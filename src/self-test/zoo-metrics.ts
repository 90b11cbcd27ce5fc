import { decimal } from "../syncer/decimal.js";
import type { AccountSnapshot } from "../syncer/snapshot.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import type { Habits, Seen } from "./sketch-syncer.js";
import { lacking, renamed, revalued } from "./spoil-metrics.js";

/** Metrics that are wrong, late, missing or not to be read. */
export const BROKEN_METRICS: readonly BrokenSyncer[] = [
  { wrong: "counts no mismatch, though it reports it", caughtBy: "b", habits: { count: () => [] } },
  {
    wrong: "counts every mismatch twice",
    caughtBy: "b",
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
    habits: { count: ({ found }) => found.map(({ detail }) => ({ rule: "duplicate_key" as const, detail })) },
  },
  {
    wrong: "starts its counters at 1",
    caughtBy: "a",
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
  {
    wrong: "computes the notional from qty instead of the rest",
    caughtBy: "t",
    habits: gauging((snapshot) => ({
      ...snapshot,
      openOrders: snapshot.openOrders.map((order) => ({ ...order, filledQty: decimal("0") })),
    })),
  },
  {
    wrong: "adds the notional up in floating point",
    caughtBy: "t",
    habits: notionalAs((price, rest) => (rest > 0 ? price * rest : 0)),
  },
  {
    wrong: "takes an overfilled order off the notional",
    caughtBy: "t",
    habits: notionalAs((price, rest) => Math.round(price * rest * 1e6) / 1e6),
  },
  {
    wrong: "rounds the notional to whole units",
    caughtBy: "t",
    habits: { expose: revalued("pending_notional", Math.round) },
  },
  {
    wrong: "shows last_ts in seconds",
    caughtBy: "a",
    habits: { expose: revalued("last_ts", (ms) => ms / 1000) },
  },
  {
    wrong: "never sets the wall clock",
    caughtBy: "a",
    habits: { expose: revalued("last_wall_ts", () => 0) },
  },
  {
    wrong: "shows an age that stands still",
    caughtBy: "o",
    habits: { expose: revalued("age_seconds", () => 0) },
  },
  {
    wrong: "takes the age of the data from the wall clock",
    caughtBy: "m",
    habits: { expose: revalued("data_age_seconds", () => 0) },
  },
  {
    wrong: "counts symbols in place of positions",
    caughtBy: "h",
    habits: gauging((snapshot) => ({
      ...snapshot,
      positions: snapshot.positions.filter(
        ({ symbol }, at, all) => all.findIndex((one) => one.symbol === symbol) === at,
      ),
    })),
  },
  { wrong: "shows no positions", caughtBy: "a", habits: { expose: revalued("positions_count", () => 0) } },
  {
    wrong: "counts one order too many",
    caughtBy: "a",
    habits: { expose: revalued("open_orders_count", (n) => n + 1) },
  },
  { wrong: "shows NaN", caughtBy: "a", habits: { expose: revalued("mismatches_total", () => Number.NaN) } },
  { wrong: "lacks a HELP line", caughtBy: "e", habits: { expose: lacking(/^# HELP .*_mismatches_total /) } },
  { wrong: "lacks a TYPE line", caughtBy: "e", habits: { expose: lacking(/^# TYPE .*_age_seconds /) } },
  {
    wrong: "declares a counter a gauge",
    caughtBy: "e",
    habits: { expose: renamed("mismatches_total counter", "mismatches_total gauge") },
  },
  { wrong: "lacks a whole metric", caughtBy: "e", habits: { expose: lacking(/_data_age_seconds/) } },
  {
    wrong: "puts another prefix before its metrics",
    caughtBy: "a",
    habits: { expose: renamed("grinder_account_sync", "account_sync") },
  },
  { wrong: "serves an empty page", caughtBy: "a", habits: { expose: () => "" } },
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

function gauging(change: (snapshot: AccountSnapshot) => AccountSnapshot): Habits {
  return { gauge: ({ isRejected, snapshot }) => (isRejected ? null : change(snapshot)) };
}

function notionalAs(part: (price: number, rest: number) => number): Habits {
  const sum = ({ shown }: Seen) =>
    (shown?.openOrders ?? [])
      .map(({ price, qty, filledQty }) => part(Number(price.text), Number(qty.text) - Number(filledQty.text)))
      .reduce((total, one) => total + one, 0);
  return { expose: (text, _, seen) => revalued("pending_notional", () => sum(seen))(text) };
}
