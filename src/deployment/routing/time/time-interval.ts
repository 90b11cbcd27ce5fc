import type { Range } from "./parse-range.js";
import { daysInMonthOf, type WallClock, wallClockAt } from "./wall-clock.js";

/**
 * A time interval as Alertmanager reads it: a moment lies in it if it lies in one range of each list that is there.
 * A list that is there and empty holds no moment.
 */
export interface TimeInterval {
  /** Minutes of the day, `to` not included. */
  readonly times: readonly Range[] | undefined;
  /** 0 is Sunday. */
  readonly weekdays: readonly Range[] | undefined;
  /** Negative ones count from the end of the month: -1 is its last day. */
  readonly daysOfMonth: readonly Range[] | undefined;
  /** 1 is January. */
  readonly months: readonly Range[] | undefined;
  readonly years: readonly Range[] | undefined;
  /** An IANA time zone. `Local` is the server's own, which nobody here knows. */
  readonly location: string;
}

/**
 * Whether a moment lies in the interval; undefined where its time zone is not known here.
 *
 * @param now Unix ms.
 */
export function contains(interval: TimeInterval, now: number): boolean | undefined {
  const clock = wallClockAt(interval.location, now);
  if (clock === undefined) return undefined;
  return (
    isIn(interval.times, (range) => clock.minute >= range.from && clock.minute < range.to) &&
    isIn(interval.daysOfMonth, (range) => isDayIn(range, clock, interval.location)) &&
    isIn(interval.months, (range) => within(range, clock.month)) &&
    isIn(interval.weekdays, (range) => within(range, clock.weekday)) &&
    isIn(interval.years, (range) => within(range, clock.year))
  );
}

function isIn(ranges: readonly Range[] | undefined, holds: (range: Range) => boolean): boolean {
  return ranges === undefined || ranges.some(holds);
}

function within({ from, to }: Range, value: number): boolean {
  return value >= from && value <= to;
}

function isDayIn({ from, to }: Range, clock: WallClock, location: string): boolean {
  const days = daysInMonthOf(location, clock);
  const fromEnd = (day: number) => (day < 0 ? days + day + 1 : day);
  const first = fromEnd(from);
  return first <= days && clock.day >= Math.max(first, -days) && clock.day <= Math.min(fromEnd(to), days);
}
