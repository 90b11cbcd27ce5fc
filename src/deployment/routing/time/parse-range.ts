/** An inclusive range of whole numbers. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const CLOCK = /^(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00))$/;
/** A month has at least so many days: a range that is empty in such a month is none. */
const SHORTEST_MONTH = 28;

/** How a member of a range is read, and which ranges are allowed beyond those that end before they begin. */
const KINDS = {
  weekdays: { member: (text: string) => indexIn(WEEKDAYS, text, 0), allows: () => true },
  months: { member: (text: string) => indexIn(MONTHS, text, 1) ?? wholeNumber(text), allows: () => true },
  years: { member: wholeNumber, allows: () => true },
  days_of_month: { member: wholeNumber, allows: isDayRange },
};

export type RangeKind = keyof typeof KINDS;

/** A range such as `monday:friday`, `-5:-1` or `2026`; undefined where it is none, or one that Alertmanager refuses. */
export function parseRange(text: string, kind: RangeKind): Range | undefined {
  const { member, allows } = KINDS[kind];
  const members = text.toLowerCase().split(":").map(member);
  const [from, to = from] = members;
  if (from === undefined || to === undefined || members.includes(undefined) || members.length > 2) {
    return undefined;
  }
  const range = { from, to };
  return (kind === "days_of_month" || from <= to) && allows(range) ? range : undefined;
}

/** Minutes of the day; undefined where the times are none, or the end does not lie after the start. */
export function parseClockRange(start: string, end: string): Range | undefined {
  const [from, to] = [minuteOf(start), minuteOf(end)];
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}

function minuteOf(text: string): number | undefined {
  const [, hour, minute, last] = CLOCK.exec(text) ?? [];
  if (last !== undefined) return 24 * 60;
  return hour === undefined || minute === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

function isDayRange({ from, to }: Range): boolean {
  const isDay = (day: number) => day !== 0 && Math.abs(day) <= 31;
  const early = (day: number) => (day < 0 ? SHORTEST_MONTH + day : day);
  return isDay(from) && isDay(to) && !(from < 0 && to > 0) && early(from) <= early(to);
}

function indexIn(names: readonly string[], text: string, first: number): number | undefined {
  const index = names.indexOf(text);
  return index < 0 ? undefined : index + first;
}

function wholeNumber(text: string): number | undefined {
  return /^[+-]?[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}
