import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { firingsOf, silenceTest, type TestSeries } from "../../src/rules/promtool-test.js";
import { CHECKOUT } from "./documents.js";
import type { Promtool } from "./promtool.js";
import { RULES_FILE } from "./rule-pack.js";
import { temporaryDirectory } from "./temp-directory.js";

const PREFIX = "grinder_account_sync";
const LABELS = 'instance="syncer:9090",job="account-sync",rule="orphan_order"';
/** The first scrape that shows the mismatch. Every scrape and evaluation interval of the table divides it. */
const SHOWN = 1200;
/** How long each case is looked at after that scrape. */
export const OBSERVED_SECONDS = 1200;
const ALERTS = ["AccountSyncMismatchSpike", "AccountSyncMismatchMissed", "AccountSyncTargetAbsent"];

type Value = number | "stale" | null;

/** One row of the timing table: what is scraped before and after the scrape at 0:00 that shows the mismatch. */
interface TimingCase {
  readonly name: string;
  readonly scrapeSeconds: number;
  readonly evaluationSeconds: number;
  /** The counter's value by the seconds since that scrape. */
  readonly counter: (seconds: number) => Value;
}

const step = (seconds: number): Value => (seconds < 0 ? 0 : 1);

function gap(length: number): TimingCase["counter"] {
  return (seconds) => (seconds < 0 && seconds > -length ? null : step(seconds));
}

function every(scrapeSeconds: number, name: string, counter: TimingCase["counter"]): TimingCase {
  const interval = scrapeSeconds % 60 === 0 ? `${scrapeSeconds / 60}m` : `${scrapeSeconds}s`;
  return {
    name: `${name}, scraped every ${interval}`,
    scrapeSeconds,
    evaluationSeconds: scrapeSeconds,
    counter,
  };
}

const SCRAPES = [15, 30, 60, 120];

/** The cases of the table. */
export const TIMING_CASES: readonly TimingCase[] = [
  ...SCRAPES.map((scrape) => every(scrape, "0, then 1", step)),
  {
    name: "0, then 1, scraped every 2m, evaluated every 15s",
    scrapeSeconds: 120,
    evaluationSeconds: 15,
    counter: step,
  },
  ...SCRAPES.map((scrape) => every(scrape, "first seen at 1", (s) => (s < 0 ? null : 1))),
  every(30, "first seen at 1, at 2 after 2:00", (s) => (s < 0 ? null : s < 120 ? 1 : 2)),
  every(30, "at 1, restarted, 1 again", () => 1),
  every(30, "at 3, restarted, 1 again", (s) => (s < 0 ? 3 : 1)),
  every(30, "a new pod, first seen at 1", (s) => (s < 0 ? null : 1)),
  every(30, "0, then 1, then the target is gone", (s) => (s > 0 ? (s === 30 ? "stale" : null) : step(s))),
  ...[90, 120, 150].map((length) => every(30, `0, a gap of ${length}s, then 1`, gap(length))),
];

/** When an alert fired: the seconds since the mismatch was first scraped, from the first to the last evaluation. */
export interface Firing {
  readonly alert: string;
  readonly from: number;
  readonly to: number;
}

/** What fired in each case, by its name, as this promtool says. */
export function measureTiming(promtool: Promtool): ReadonlyMap<string, readonly Firing[]> {
  const intervals = [...new Set(TIMING_CASES.map(({ evaluationSeconds }) => evaluationSeconds))];
  const fired = intervals.flatMap((interval) => {
    const cases = TIMING_CASES.filter(({ evaluationSeconds }) => evaluationSeconds === interval);
    const file = join(temporaryDirectory(), "timing.test.yml");
    const test = cases.map((timing) => ({
      name: timing.name,
      scrapeSeconds: timing.scrapeSeconds,
      series: seriesOf(timing),
      probes: timesOf(interval),
    }));
    writeFileSync(file, silenceTest(join(CHECKOUT, RULES_FILE), interval, ALERTS, test));
    return firingsOf(promtool.run("test", "rules", file).output);
  });
  return new Map(
    TIMING_CASES.map(({ name }) => [
      name,
      ALERTS.flatMap((alert) => {
        const times = fired
          .filter((one) => one.name === name && one.alert === alert)
          .map((one) => one.seconds);
        return times.length === 0
          ? []
          : [{ alert, from: Math.min(...times) - SHOWN, to: Math.max(...times) - SHOWN }];
      }),
    ]),
  );
}

function seriesOf({ name, scrapeSeconds, counter }: TimingCase): TestSeries[] {
  const times = timesOf(scrapeSeconds).map((seconds) => seconds - SHOWN);
  const counts = times.map(counter);
  // The mismatch happened 5 seconds before the scrape that shows it; an older one is long past.
  const stamps = times.map((seconds, at) => {
    const count = counts[at] ?? null;
    if (typeof count !== "number") return count;
    return seconds >= 120 && count > 1 ? SHOWN + 115 : seconds >= 0 ? SHOWN - 5 : 0;
  });
  const liveness = name.includes("new pod")
    ? times.map(() => 1000)
    : counts.map((count) => (typeof count === "number" ? 1000 : count));
  return [
    { series: `${PREFIX}_mismatches_total{${LABELS}}`, values: counts },
    { series: `${PREFIX}_last_mismatch_timestamp_seconds{${LABELS}}`, values: stamps },
    { series: `${PREFIX}_last_wall_ts{instance="other:9090",job="account-sync"}`, values: liveness },
  ];
}

function timesOf(interval: number): number[] {
  return Array.from({ length: (SHOWN + OBSERVED_SECONDS) / interval + 1 }, (_, at) => at * interval);
}
