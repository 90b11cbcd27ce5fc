import { describe, expect, it } from "vitest";
import type { CheckResult, DrillResult } from "../../src/drill/results.js";
import { failedChecks } from "../../src/report/failed-checks.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";

const BROKE_OFF = [{ kind: "broke_off" }] as const;

function linesOf(brokeOff: string | null, ...drills: readonly DrillResult[]): string[] {
  return failedChecks(drillReport({ drills, brokeOff })).split("\n");
}

function drillOf(...checks: readonly CheckResult[]): DrillResult {
  return drillResult({ checks });
}

describe("the list of causes in a comment", () => {
  it("is empty where nothing failed", () => {
    expect(failedChecks(drillReport({ drills: [drillOf(PASSED, SKIPPED), guardOf()] }))).toBe("");
  });

  it.each([
    {
      name: "a check that says no more, with expected and actual",
      check: FAILED,
      line: "- **2 mismatches** (drill B): expected `2`, got `0`",
    },
    {
      name: "an answer that is empty",
      check: { ...FAILED, actual: "" },
      line: "- **2 mismatches** (drill B): expected `2`, got nothing",
    },
    {
      name: "a label that is no plain words, as code",
      check: { ...FAILED, label: "a|b" },
      line: "- **`a|b`** (drill B): expected `2`, got `0`",
    },
    {
      name: "what was there, and what can be done",
      check: {
        ...FAILED,
        actual: "absent",
        deviations: [{ kind: "absent", metric: "m", series: "m", there: "n 1" }] as const,
      },
      line:
        "- **a metric is absent: m** (drill B): expected `2`, got `absent` · `there is: n 1` · " +
        "`--metric-prefix says how the names of yours begin`",
    },
  ])("has a line for $name", ({ check, line }) => {
    expect(
      linesOf(null, drillOf(PASSED, check)).map((one) => one.replace(/`(a metric is absent: m)`/, "$1")),
    ).toEqual([line]);
  });

  it("names the guard as it is called", () => {
    expect(linesOf(null, drillResult(), guardOf(FAILED))).toEqual([
      "- **2 mismatches** (guard): expected `2`, got `0`",
    ]);
  });

  it("says how many checks follow from the first", () => {
    const checks = ["a", "b", "c"].map((label) => ({ ...FAILED, label, actual: "no reply" }));
    expect(linesOf(null, drillOf(...checks))).toEqual([
      "- **a** (drill B): expected `2`, got `no reply` · 2 more checks follow from it",
    ]);
  });

  it("says once why the syncer broke off", () => {
    const check = { ...FAILED, actual: "the syncer broke off: it ended", deviations: BROKE_OFF };
    expect(linesOf("it ended", drillOf(check, check), drillOf(SKIPPED))).toEqual([
      "- **the syncer broke off: it ended** (drill B): expected `2`, got `the syncer broke off: it ended` · " +
        "1 more check follows from it",
    ]);
  });

  it("cuts what is too long for a reader", () => {
    const long = "x".repeat(5000);
    const [line = ""] = linesOf(
      null,
      drillOf(PASSED, { ...FAILED, label: `${long}.`, expected: long, actual: long }),
    );
    expect(line.match(/x+…/g)?.map(({ length }) => length)).toEqual([161, 161, 161]);
  });

  it("ends after twenty lines with how many there are", () => {
    const drills = Array.from({ length: 30 }, (_, at) => drillResult({ id: `${at}`, checks: [FAILED] }));
    const lines = linesOf(null, ...drills);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("- and 10 more");
  });
});
