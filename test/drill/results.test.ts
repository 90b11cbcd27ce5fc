import { describe, expect, it } from "vitest";
import { failureOf, hasPassed, resultsLine, totalsOf } from "../../src/drill/results.js";
import {
  drillReport,
  drillResult,
  FAILED,
  PASSED,
  reportOfChecks,
  SKIPPED,
} from "../support/sample-report.js";

describe("a report's verdict", () => {
  it.each([
    { name: "everything passed", report: reportOfChecks(PASSED, PASSED), passed: true, failure: null },
    { name: "a check failed", report: reportOfChecks(PASSED, FAILED), passed: false, failure: "exit_code_1" },
    { name: "a check was skipped", report: reportOfChecks(PASSED, SKIPPED), passed: true, failure: null },
    {
      name: "the syncer broke off",
      report: drillReport({ brokeOff: "x" }),
      passed: false,
      failure: "exit_code_3",
    },
    {
      name: "the syncer broke off and a check failed",
      report: { ...reportOfChecks(FAILED), brokeOff: "" },
      passed: false,
      failure: "exit_code_3",
    },
  ])("where $name", ({ report, passed, failure }) => {
    expect(hasPassed(report)).toBe(passed);
    expect(failureOf(report)).toBe(failure);
  });
});

describe("totals", () => {
  const report = drillReport({
    drills: [
      drillResult({ checks: [PASSED, PASSED, FAILED] }),
      drillResult({ checks: [PASSED, FAILED, SKIPPED] }),
    ],
  });

  it("are counted over all drills", () => {
    expect(totalsOf(report)).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  it("make the closing line", () => {
    expect(resultsLine(report)).toBe("=== Results: 3 passed, 2 failed, 1 skipped ===");
  });
});
