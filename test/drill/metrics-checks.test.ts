import { describe, expect, it } from "vitest";
import { evaluate, type Observation } from "../../src/drill/check.js";
import {
  counterIs,
  countersAre,
  errorCounterIs,
  expositionIsValid,
  gaugeAfter,
  gaugeIs,
  gaugesAre,
  linesArePresent,
} from "../../src/drill/metrics-checks.js";
import { MetricsText } from "../../src/drill/metrics-text.js";
import { COUNTED, COUNTERS, METRICS, seen, told } from "../support/observation.js";

const PASSING = [
  { check: () => counterIs("orphan_order", 1, "p"), stage: "counted", label: "counter orphan_order is 1" },
  { check: () => errorCounterIs("timeout", 3, "p"), stage: "counted", label: "counter timeout is 3" },
  { check: () => gaugeIs("last_ts", 2000, "p"), stage: "counted", label: "gauge last_ts is 2000" },
  { check: () => linesArePresent("HELP line", ["# HELP p_last_ts "]), stage: "exposed", label: "HELP line" },
];

const FAILING = [
  { name: "another count", check: () => counterIs("orphan_order", 2, "p"), told: ["2", "1"] },
  {
    name: "a count that is not there",
    check: () => counterIs("negative_qty", 0, "p"),
    told: ["0", "absent"],
  },
  {
    name: "another prefix's count",
    check: () => counterIs("orphan_order", 1, "q"),
    told: ["1", "absent"],
  },
  {
    name: "another error count",
    check: () => errorCounterIs("timeout", 1, "p"),
    told: ["1", "3"],
  },
  {
    name: "an error count not there",
    check: () => errorCounterIs("auth", 0, "p"),
    told: ["0", "absent"],
  },
  { name: "another gauge", check: () => gaugeIs("last_ts", 0, "p"), told: ["0", "2000"] },
  {
    name: "missing lines, each named",
    check: () => linesArePresent("", ["# HELP p_last_ts ", "# TYPE p_last_ts", "p_age "]),
    told: ["none missing", "missing: # TYPE p_last_ts, p_age "],
  },
];

function scraped(after: number, text: string): Observation {
  return { ...seen([]), scrapes: new Map([[after, new MetricsText(text)]]) };
}

describe("a check of the metrics that holds", () => {
  it.each(PASSING)("passes and is called: $label", ({ check, stage, label }) => {
    const result = evaluate(check(), seen([], METRICS));
    expect(result).toMatchObject({ label, stage, status: "passed", actual: result.expected });
  });
});

describe("a check of the metrics that does not hold", () => {
  it.each(FAILING)("fails for $name and tells what was expected and came", ({ check, told: said }) => {
    const { status, expected, actual } = evaluate(check(), seen([], METRICS));
    expect([status, expected, actual]).toEqual(["failed", ...said]);
  });
});

describe("countersAre, after so many syncs,", () => {
  const check = countersAre(["duplicate_key", "duplicate_key", "orphan_order"], "p", 3);

  it("reads the scrape of then", () => {
    const label = "mismatch counters of all rules after 3 syncs";
    expect(told(check, scraped(3, COUNTERS))).toEqual([label, "counted", "passed", COUNTED, COUNTED]);
  });

  it("fails where there was no scrape, or a series is absent", () => {
    expect(told(check, scraped(2, COUNTERS))[4]).toContain("duplicate_key no reading");
    expect(told(check, scraped(3, ""))[4]).toContain("duplicate_key absent");
  });
});

describe("gaugesAre", () => {
  const check = gaugesAre({ last_ts: 5, age_seconds: 0.5 }, "p");

  it("reads all of them together", () => {
    const values = "last_ts 5, age_seconds 0.5";
    const text = "p_last_ts 5\np_age_seconds 0.5\n";
    expect(told(check, seen([], text))).toEqual([
      "gauges last_ts, age_seconds",
      "counted",
      "passed",
      values,
      values,
    ]);
    expect(told(check, seen([], "p_last_ts 6\n"))[4]).toBe("last_ts 6, age_seconds absent");
  });
});

describe("gaugeAfter", () => {
  it.each([
    { after: 1, label: "gauge a is 3 after 1 sync" },
    { after: 2, label: "gauge a is 3 after 2 syncs" },
  ])("reads the scrape of then: $label", ({ after, label }) => {
    const check = gaugeAfter(after, "a", 3, "p");
    expect(told(check, scraped(after, "p_a 3\n"))).toEqual([label, "counted", "passed", "3", "3"]);
    expect(told(check, scraped(after + 1, "p_a 3\n"))[4]).toBe("no reading");
    expect(told(check, seen([]))[4]).toBe("no reading");
  });
});

describe("expositionIsValid", () => {
  it("passes for a valid text", () => {
    const expected = ["the metrics text is valid", "exposed", "passed", "no fault", "no fault"];
    expect(told(expositionIsValid(), seen([], "a 1\n"))).toEqual(expected);
  });

  it("tells the first three faults", () => {
    const [, , status, , actual] = told(expositionIsValid(), seen([], "a\nb\nc\nd\n"));
    expect(status).toBe("failed");
    expect(actual).toBe("line 1: not a sample; line 2: not a sample; line 3: not a sample");
  });
});
