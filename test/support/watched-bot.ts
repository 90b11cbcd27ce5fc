import type { TestSeries } from "../../src/rules/promtool-test.js";

const PREFIX = "grinder_account_sync";
const RULE = "orphan_order";
const REASON = "timeout";

type Value = TestSeries["values"][number];

/** A process that syncs an account, as Prometheus sees it. All times are seconds since the case's zero. */
export interface WatchedBot {
  readonly instance: string;
  readonly account?: string;
  /** Labels that a scrape configuration puts on its target. */
  readonly targetLabels?: Readonly<Record<string, string>>;
  /** When the account mismatched. */
  readonly mismatches: readonly number[];
  /** When the process started again, with its counters at 0. */
  readonly restarts?: readonly number[];
  /** Whether a scrape at that time succeeds; always, unless said. */
  readonly scraped?: (seconds: number) => boolean;
}

/** The scrapes of a case: how often, from when, and until when. */
export interface Scrapes {
  readonly interval: number;
  readonly from: number;
  readonly to: number;
  /** Unix time of the case's zero, in seconds. */
  readonly zero: number;
}

/** Every series that a bot exposes, with what each scrape reads. */
export function seriesOf(bot: WatchedBot, scrapes: Scrapes): TestSeries[] {
  const count = (scrapes.to - scrapes.from) / scrapes.interval + 1;
  const times = Array.from({ length: count }, (_, at) => scrapes.from + at * scrapes.interval);
  const isScraped = bot.scraped ?? (() => true);
  const read = (value: (seconds: number) => number): Value[] =>
    times.map((seconds) => {
      if (isScraped(seconds)) return value(seconds);
      // A scrape that fails ends every series at once.
      return isScraped(seconds - scrapes.interval) && seconds > scrapes.from ? "stale" : null;
    });
  const labels = [
    ...(bot.account === undefined ? [] : [`account="${bot.account}"`]),
    `instance="${bot.instance}"`,
    'job="account-sync"',
    ...Object.entries(bot.targetLabels ?? {}).map(([name, value]) => `${name}="${value}"`),
  ].join(",");
  const series = (name: string, label: string, value: (seconds: number) => number): TestSeries => ({
    series: `${PREFIX}_${name}{${labels}${label}}`,
    values: read(value),
  });
  const found = (seconds: number) => foundBy(bot, seconds);
  return [
    series("mismatches_total", `,rule="${RULE}"`, (seconds) => found(seconds).length),
    series("last_mismatch_timestamp_seconds", `,rule="${RULE}"`, (seconds) =>
      found(seconds).length === 0 ? 0 : scrapes.zero + Math.max(...found(seconds)),
    ),
    series("errors_total", `,reason="${REASON}"`, () => 0),
    series("last_wall_ts", "", (seconds) => (scrapes.zero + seconds) * 1000),
    series("age_seconds", "", () => 1),
    {
      series: `up{instance="${bot.instance}",job="account-sync"}`,
      values: times.map((seconds) => (isScraped(seconds) ? 1 : 0)),
    },
  ];
}

/** The mismatches that the process remembers: those since it last started. */
function foundBy({ mismatches, restarts = [] }: WatchedBot, seconds: number): number[] {
  const started = Math.max(Number.NEGATIVE_INFINITY, ...restarts.filter((at) => at <= seconds));
  return mismatches.filter((at) => at > started && at <= seconds);
}
