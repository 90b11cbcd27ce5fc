/** An inclusive range of whole numbers. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

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
