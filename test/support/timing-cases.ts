import type { WatchedBot } from "./watched-bot.js";

/** What happens to some bots, how it is watched, and what has to be paged. All times are seconds since the case's zero. */
export interface TimingCase {
  readonly name: string;
  readonly scrapeSeconds: number;
  readonly evaluationSeconds: number;
  readonly bots: readonly WatchedBot[];
  /** How long it is looked at. */
  readonly observed: number;
  /** The divergences, each by the instance and the time of the first scrape that shows it. */
  readonly episodes: readonly { readonly instance: string; readonly at: number }[];
  /** How many pages there have to be: one for each episode, unless one page names several. */
  readonly pages: number;
}

/** The bots of the cases, by what the table calls them. */
export const BOTS = { A: "a:9464", B: "b:9464", quiet: "quiet:9464" } as const;
/** A mismatch happens so long before the scrape at which it is seen. */
export const BEFORE_SCRAPE = 5;
export const HOUR = 3600;
const OBSERVED = 2400;
const SCRAPES = [15, 30, 60, 120];

/** Bot A with one mismatch just before zero, unless the case says otherwise. */
export function onOne(scrapeSeconds: number, name: string, bot: Partial<WatchedBot> = {}): TimingCase {
  const interval = scrapeSeconds % 60 === 0 ? `${scrapeSeconds / 60}m` : `${scrapeSeconds}s`;
  return {
    name: `${name}, scraped every ${interval}`,
    scrapeSeconds,
    evaluationSeconds: scrapeSeconds,
    bots: [{ instance: BOTS.A, mismatches: [-BEFORE_SCRAPE], ...bot }],
    observed: OBSERVED,
    episodes: [{ instance: BOTS.A, at: 0 }],
    pages: 1,
  };
}

/** A bot that is not there before zero, beside one that was. */
export function newBot(scrapeSeconds: number, name: string, bot: Partial<WatchedBot> = {}): TimingCase {
  const one = onOne(scrapeSeconds, name, { scraped: (seconds) => seconds >= 0, ...bot });
  return { ...one, bots: [{ instance: BOTS.quiet, mismatches: [] }, ...one.bots] };
}

/** A mismatch at every sync from a time on, for so many seconds; once for 0. */
export function diverging(from: number, length: number): number[] {
  return Array.from({ length: Math.floor(length / 30) + 1 }, (_, at) => from + at * 30 - BEFORE_SCRAPE);
}

/** A diverges for an hour, and B joins after so many minutes: for an hour too, or once. */
export function joining(minutes: number, length: number, scrapeSeconds = 30): TimingCase {
  const at = minutes * 60;
  const after = minutes === 0 ? "at once" : `after ${minutes} minutes`;
  return {
    ...onOne(scrapeSeconds, `A for an hour, ${after} B ${length === 0 ? "once" : "too"}`),
    bots: [
      { instance: BOTS.A, mismatches: diverging(0, HOUR) },
      { instance: BOTS.B, mismatches: diverging(at, length) },
    ],
    observed: HOUR + at + OBSERVED,
    episodes: [
      { instance: BOTS.A, at: 0 },
      { instance: BOTS.B, at },
    ],
    // Who diverges by the time that Spike rings is named by its page.
    pages: at < 180 ? 1 : 2,
  };
}

function gap(length: number): TimingCase {
  return onOne(30, `0, a gap of ${length}s, then 1`, {
    scraped: (seconds) => seconds >= 0 || seconds <= -length,
  });
}

const OLD = [-3300, -3200, -3100];

/** The rows of the table in docs/rules.md. */
export const TABLE_CASES: readonly TimingCase[] = [
  ...SCRAPES.map((scrape) => onOne(scrape, "0, then 1")),
  {
    ...onOne(120, "0, then 1"),
    name: "0, then 1, scraped every 2m, evaluated every 15s",
    evaluationSeconds: 15,
  },
  ...SCRAPES.map((scrape) => newBot(scrape, "first seen at 1")),
  newBot(30, "first seen at 1, at 2 after 2:00", { mismatches: [-BEFORE_SCRAPE, 115] }),
  // Missed rings by then, and cannot take it back.
  { ...newBot(30, "first seen at 1, at 2 after 4:30", { mismatches: [-BEFORE_SCRAPE, 265] }), pages: 2 },
  { ...newBot(30, "first seen at 3, of old mismatches", { mismatches: OLD }), episodes: [], pages: 0 },
  onOne(30, "at 1, restarted, 1 again", { mismatches: [-3300, -BEFORE_SCRAPE], restarts: [-20] }),
  onOne(30, "at 3, restarted, 1 again", { mismatches: [...OLD, -BEFORE_SCRAPE], restarts: [-20] }),
  onOne(30, "0, then 1, then the target is gone", { scraped: (seconds) => seconds <= 0 }),
  ...[90, 120, 150].map(gap),
  // Quiet for long enough to be new to Missed, while Spike rings on for the first one.
  {
    ...onOne(30, "0, then 1, after 17 minutes 2", { mismatches: [-BEFORE_SCRAPE, 1015] }),
    episodes: [
      { instance: BOTS.A, at: 0 },
      { instance: BOTS.A, at: 1020 },
    ],
    pages: 2,
  },
  joining(0, HOUR),
  joining(4, 0),
  joining(4, HOUR),
  joining(30, HOUR),
  joining(55, 0),
];
