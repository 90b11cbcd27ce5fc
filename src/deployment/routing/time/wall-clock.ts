/** What a clock on the wall shows. */
export interface WallClock {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Of the day. */
  readonly minute: number;
}

const MS_OF_HOUR = 3_600_000;

/**
 * What a clock in a time zone shows.
 *
 * @param location a name of the IANA database.
 * @param now Unix ms.
 * @returns undefined where the zone is not known here; `Local` never is.
 */
export function wallClockAt(location: string, now: number): WallClock | undefined {
  const offset = offsetAt(location, now);
  if (offset === undefined) return undefined;
  const local = new Date(now + offset);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

/**
 * The days of the month that the clock shows, counted as Alertmanager counts them: whole days from its first midnight to
 * the next month's. Where the clocks go forward in March, they are 30.
 */
export function daysInMonthOf(location: string, { year, month }: WallClock): number {
  const [start, end] = [month - 1, month].map((of) => momentOf(location, Date.UTC(year, of, 1)));
  return Math.trunc(((end ?? 0) - (start ?? 0)) / MS_OF_HOUR / 24);
}

/** The moment at which a zone's clocks show this time (given as if it were of UTC), chosen as Go chooses it. */
function momentOf(location: string, shown: number): number {
  const offset = offsetAt(location, shown) ?? 0;
  if (offset === 0) return shown;
  return shown - (offsetAt(location, shown - offset) ?? 0);
}

/** How far the zone's clocks are ahead of UTC, in ms; undefined where the zone is not known. */
function offsetAt(location: string, moment: number): number | undefined {
  if (location === "UTC") return 0;
  if (location === "Local") return undefined;
  const format = formatOf(location);
  if (format === undefined) return undefined;
  const shown = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => shown.get(name) ?? 0;
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(moment / 1000) * 1000;
}

function formatOf(location: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: location,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
}
