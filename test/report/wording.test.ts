import { describe, expect, it } from "vitest";
import {
  caughtOf,
  countedOf,
  drillPassed,
  headingOf,
  identityOf,
  isoSeconds,
  verdictOf,
} from "../../src/report/wording.js";
import {
  drillReport,
  drillResult,
  FAILED,
  guardOf,
  PASSED,
  reportOfChecks,
  SKIPPED,
} from "../support/sample-report.js";

describe("headingOf", () => {
  it.each([
    { name: "a drill by its letter", drill: drillResult(), heading: "Drill B: Duplicate key + negative qty" },
    { name: "the guard by its title alone", drill: guardOf(), heading: "Artifact guard" },
  ])("names $name", ({ drill, heading }) => {
    expect(headingOf(drill)).toBe(heading);
  });
});

describe("what was caught and counted", () => {
  it.each([
    {
      caught: ["duplicate_key", "negative_qty"],
      counted: ["1", "2"],
      words: ["duplicate_key, negative_qty", "1, 2"],
    },
    { caught: ["orphan_order"], counted: ["1"], words: ["orphan_order", "1"] },
    { caught: [], counted: [], words: ["nothing", "0"] },
  ])("reads $words", ({ caught, counted, words }) => {
    const drill = drillResult({ caught, counted });
    expect([caughtOf(drill), countedOf(drill)]).toEqual(words);
  });
});

describe("drillPassed", () => {
  it.each([
    { checks: [PASSED, PASSED], passed: true },
    { checks: [PASSED, FAILED], passed: false },
    { checks: [SKIPPED, PASSED], passed: false },
  ])("is $passed for $checks.0.status and $checks.1.status", ({ checks, passed }) => {
    expect(drillPassed(drillResult({ checks }))).toBe(passed);
  });
});

describe("verdictOf", () => {
  it.each([
    { name: "all passed", report: drillReport(), verdict: "passed, 2 of 2" },
    { name: "one failed", report: reportOfChecks(PASSED, FAILED, PASSED), verdict: "failed, 2 of 3" },
    { name: "one skipped", report: reportOfChecks(PASSED, SKIPPED), verdict: "passed, 1 of 2, 1 skipped" },
    {
      name: "one of each",
      report: reportOfChecks(PASSED, FAILED, SKIPPED),
      verdict: "failed, 1 of 3, 1 skipped",
    },
    {
      name: "a syncer that broke off",
      report: drillReport({ brokeOff: "it hung" }),
      verdict: "failed, 2 of 2",
    },
  ])("says $verdict for $name", ({ report, verdict }) => {
    expect(verdictOf(report)).toBe(verdict);
  });
});

describe("identityOf", () => {
  it("names the syncer, its version and its language", () => {
    expect(identityOf({ name: "my syncer", version: "4.5", language: "Python" })).toBe(
      "my syncer 4.5 (Python)",
    );
  });
});

describe("isoSeconds", () => {
  it("cuts the fraction of the second off", () => {
    expect(isoSeconds(Date.UTC(2026, 0, 2, 3, 4, 5, 999))).toBe("2026-01-02T03:04:05Z");
  });
});
