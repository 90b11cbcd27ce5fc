import { describe, expect, it } from "vitest";
import { readAlertmanagerConfiguration } from "../../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { contains, type TimeInterval } from "../../../../src/deployment/routing/time/time-interval.js";

function intervalOf(written: unknown): TimeInterval {
  const time_intervals = [{ name: "n", time_intervals: [written] }];
  const text = JSON.stringify({ route: { receiver: "r" }, time_intervals });
  const [interval] = readAlertmanagerConfiguration(text, "0.28.1").timeIntervals.get("n") ?? [];
  if (interval === undefined) throw new Error("there is no interval");
  return interval;
}

const times = (start_time: string, end_time: string) => ({ times: [{ start_time, end_time }] });

describe("a time interval", () => {
  it.each([
    ["with nothing said", {}, "2026-11-25T10:00Z", true],
    ["at its first minute", times("09:00", "17:00"), "2026-11-25T09:00Z", true],
    ["in its last second", times("09:00", "17:00"), "2026-11-25T16:59:59Z", true],
    ["at its end", times("09:00", "17:00"), "2026-11-25T17:00Z", false],
    ["of the whole day", times("00:00", "24:00"), "2026-11-25T23:59:59Z", true],
    ["of an empty list", { times: [] }, "2026-11-25T10:00Z", false],
    ["on a weekday", { weekdays: ["monday:friday"] }, "2026-11-25T10:00Z", true],
    ["on a weekend", { weekdays: ["Saturday", "sunday"] }, "2026-11-25T10:00Z", false],
    ["on a day of the month", { days_of_month: ["20:25"] }, "2026-11-25T10:00Z", true],
    ["on the last day", { days_of_month: ["-1"] }, "2026-11-30T10:00Z", true],
    ["on the last day of February", { days_of_month: ["-1"] }, "2028-02-29T10:00Z", true],
    ["in the last week", { days_of_month: ["-7:-1"] }, "2026-11-23T10:00Z", false],
    ["from a day to the month's end", { days_of_month: ["24:-2"] }, "2026-11-29T10:00Z", true],
    ["on days that the month has not", { days_of_month: ["31"] }, "2026-11-30T10:00Z", false],
    ["on days some of which the month has", { days_of_month: ["30:31"] }, "2026-11-30T10:00Z", true],
    ["in a month by name", { months: ["october:november"] }, "2026-11-25T10:00Z", true],
    ["in a month by number", { months: ["12"] }, "2026-11-25T10:00Z", false],
    ["in a year", { years: ["2025:2027"] }, "2026-11-25T10:00Z", true],
    ["in one list and not in another", { years: ["2026"], weekdays: ["sunday"] }, "2026-11-25T10:00Z", false],
    [
      "by a clock in Tokyo",
      { ...times("08:00", "09:00"), location: "Asia/Tokyo" },
      "2026-11-24T23:30Z",
      true,
    ],
    ["on Tokyo's weekday", { weekdays: ["wednesday"], location: "Asia/Tokyo" }, "2026-11-24T23:30Z", true],
    [
      "by a clock of half hours",
      { ...times("15:30", "15:31"), location: "Asia/Kolkata" },
      "2026-11-25T10:00Z",
      true,
    ],
    ["in summer time", { ...times("12:00", "12:01"), location: "Europe/Berlin" }, "2026-07-01T10:00Z", true],
    ["in winter time", { ...times("11:00", "11:01"), location: "Europe/Berlin" }, "2026-12-01T10:00Z", true],
    [
      "in the hour that comes twice",
      { ...times("02:30", "02:31"), location: "Europe/Berlin" },
      "2026-10-25T01:30Z",
      true,
    ],
    [
      "on March's last day where clocks went forward, as Alertmanager counts",
      { days_of_month: ["-1"], location: "Europe/Berlin" },
      "2026-03-31T10:00Z",
      false,
    ],
    ["on the day before it", { days_of_month: ["-1"], location: "Europe/Berlin" }, "2026-03-30T10:00Z", true],
  ])("%s: %j at %s", (_, written, moment, expected) => {
    expect(contains(intervalOf(written), Date.parse(moment))).toBe(expected);
  });

  it.each(["Local", "Mars/Olympus"])("in the time zone %s cannot be told", (location) => {
    expect(contains(intervalOf({ location }), 0)).toBeUndefined();
  });
});
