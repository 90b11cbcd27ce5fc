import type { TestSeries } from "../../src/rules/promtool-test.js";
import { RUNBOOK_RULES } from "../../src/syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";

const PREFIX = "grinder_account_sync";
export const WEEK_SECONDS = 7 * 86_400;
export const SCRAPE_SECONDS = 60;
const SCRAPES = WEEK_SECONDS / SCRAPE_SECONDS;

// Scrapes, from 0.
const RESTART = 2000;
const GAP = { from: 4000, length: 4 };
const NEW_TARGET = 6000;
const FAILED_FETCH = 8000;

type Value = TestSeries["values"][number];

/**
 * Every series of two healthy targets for a week: one that restarts, is not scraped for a while and fails to fetch
 * once, and one that is new in the middle of the week.
 *
 * @param mismatchAt the scrape that shows a mismatch of the first target after all.
 */
export function healthyWeek({ mismatchAt = Number.POSITIVE_INFINITY } = {}): TestSeries[] {
  const found = (series: TestSeries): TestSeries => ({
    ...series,
    values: series.values.map((value, at) =>
      at < mismatchAt ||
      !series.series.includes('instance="a:9464"') ||
      !series.series.includes("negative_qty")
        ? value
        : series.series.includes("_total")
          ? 1
          : mismatchAt * SCRAPE_SECONDS,
    ),
  });
  return [
    ...target("a:9464", (at) => (at >= GAP.from && at < GAP.from + GAP.length ? null : at)),
    ...target("b:9464", (at) => (at < NEW_TARGET ? null : at)),
  ].map(found);
}

function target(instance: string, scraped: (at: number) => number | null): TestSeries[] {
  const series = (name: string, label: string, value: (at: number) => Value): TestSeries => ({
    series: `${PREFIX}_${name}{instance="${instance}",job="account-sync"${label}}`,
    values: Array.from({ length: SCRAPES }, (_, at) => (scraped(at) === null ? null : value(at))),
  });
  const ms = (at: number) => at * SCRAPE_SECONDS * 1000;
  return [
    // Right after the restart nothing has been synced yet.
    series("last_wall_ts", "", (at) => (at === RESTART ? 0 : ms(at) + 1)),
    series("age_seconds", "", (at) => (at === RESTART ? 0 : 5 + (at % 3) * 5)),
    series("last_ts", "", (at) => (at === RESTART ? 0 : ms(at) + 1)),
    series("data_age_seconds", "", (at) => (at === RESTART ? 0 : 10 + (at % 4) * 20)),
    series("positions_count", "", (at) => (at === RESTART ? 0 : 2)),
    series("open_orders_count", "", (at) => at % 3),
    series("pending_notional", "", (at) => (at % 3) * 4900),
    // Not of all rules: promtool 2 loads few samples for a query, and the series of the others are no different.
    ...RUNBOOK_RULES.flatMap((rule) => [
      series("mismatches_total", `,rule="${rule}"`, () => 0),
      series("last_mismatch_timestamp_seconds", `,rule="${rule}"`, () => 0),
    ]),
    ...FETCH_ERROR_REASONS.map((reason) =>
      series("errors_total", `,reason="${reason}"`, (at) =>
        reason === "timeout" && at >= FAILED_FETCH ? 1 : 0,
      ),
    ),
  ];
}
