import { parseClockRange, parseRange, type Range, type RangeKind } from "../time/parse-range.js";
import type { TimeInterval } from "../time/time-interval.js";
import type { Reading } from "./reading.js";
import type { YamlFields } from "./yaml-fields.js";

const KNOWN = ["times", "weekdays", "days_of_month", "months", "years", "location"];

/** The time intervals of both sections, by name. */
export function readTimeIntervals(
  configuration: YamlFields,
  reading: Reading,
): Map<string, readonly TimeInterval[]> {
  const named = ["mute_time_intervals", "time_intervals"].flatMap((section) =>
    configuration.children(section),
  );
  const intervals = new Map<string, readonly TimeInterval[]>();
  for (const fields of named) {
    const name = fields.requiredText("name");
    if (intervals.has(name))
      fields.note(fields.at("name"), "expected a name that no other time interval has");
    intervals.set(
      name,
      fields.children("time_intervals").map((interval) => readInterval(interval, reading)),
    );
  }
  return intervals;
}

function readInterval(fields: YamlFields, reading: Reading): TimeInterval {
  reading.unknownKeys.push(...fields.unknown(KNOWN));
  return {
    times: fields.has("times") ? fields.children("times").map(readTimes) : undefined,
    weekdays: readRanges(fields, "weekdays"),
    daysOfMonth: readRanges(fields, "days_of_month"),
    months: readRanges(fields, "months"),
    years: readRanges(fields, "years"),
    location: fields.text("location") || "UTC",
  };
}

function readTimes(fields: YamlFields): Range {
  const range = parseClockRange(fields.requiredText("start_time"), fields.requiredText("end_time"));
  if (range === undefined) fields.note(fields.path, "expected times of the day, such as 09:00, the end last");
  return range ?? { from: 0, to: 0 };
}

function readRanges(fields: YamlFields, name: RangeKind): Range[] | undefined {
  return fields.texts(name)?.map((text, index) => {
    const range = parseRange(text, name);
    if (range === undefined) fields.note(`${fields.at(name)}[${index}]`, "expected a range, such as 1:5");
    return range ?? { from: 0, to: 0 };
  });
}
