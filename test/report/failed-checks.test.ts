import { describe, expect, it } from "vitest";
import type { CheckResult, DrillResult } from "../../src/drill/results.js";
import { failedChecks } from "../../src/report/failed-checks.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";

const BROKE_OFF = "the process ended";

function linesOf(brokeOff: string | null, ...drills: readonly DrillResult[]): string[] {
  return failedChecks(drillReport({ drills, brokeOff })).split("\n");
}

function drillOf(...checks: readonly CheckResult[]): DrillResult {
  return drillResult({ checks });
}

describe("the list of failed checks", () => {
  it("is empty where nothing failed", () => {
    expect(failedChecks(drillReport({ drills: [drillOf(PASSED, SKIPPED), guardOf()] }))).toBe("");
  });

  it.each([
    {
      name: "a check, with expected and actual",
      check: FAILED,
      line: "- **Drill B**, 2 mismatches: expected `2`, got `0`",
    },
    {
      name: "an answer that is empty",
      check: { ...FAILED, actual: "" },
      line: "- **Drill B**, 2 mismatches: expected `2`, got nothing",
    },
    {
      name: "a label that is no plain words, as code",
      check: { ...FAILED, label: "a|b" },
      line: "- **Drill B**, `a|b`: expected `2`, got `0`",
    },
  ])("has a line for $name", ({ check, line }) => {
    expect(linesOf(null, drillOf(PASSED, check))).toEqual([line]);
  });

  it("names the guard as it is called", () => {
    expect(linesOf(null, drillResult(), guardOf(FAILED))).toEqual([
      "- **guard**, 2 mismatches: expected `2`, got `0`",
    ]);
  });

  it("says once what every check of a drill got", () => {
    const checks = ["a", "b", "c"].map((label) => ({ ...FAILED, label, actual: "no reply" }));
    expect(linesOf(null, drillOf(...checks))).toEqual(["- **Drill B**, all 3 checks: got `no reply`"]);
  });

  it("tells checks apart that got different things", () => {
    expect(linesOf(null, drillOf(FAILED, { ...FAILED, actual: "1" }))).toHaveLength(2);
  });

  it("says once why the syncer broke off", () => {
    const actual = `the syncer broke off: ${BROKE_OFF}`;
    expect(
      linesOf(BROKE_OFF, drillOf({ ...FAILED, actual }, { ...FAILED, actual }), drillOf(SKIPPED)),
    ).toEqual(["- the syncer broke off: `the process ended`", "- **Drill B**, all 2 checks"]);
  });

  it("cuts what is too long for a reader", () => {
    const long = "x".repeat(5000);
    const lines = linesOf(
      long,
      drillOf(PASSED, { ...FAILED, label: `${long}.`, expected: long, actual: long }),
    );
    const lengths = lines.map((line) => line.match(/x+…/g)?.map(({ length }) => length));
    expect(lengths).toEqual([[161], [161, 161, 161]]);
  });

  it("ends after twenty lines with how many there are", () => {
    const checks = Array.from({ length: 30 }, (_, index) => ({ ...FAILED, actual: String(index) }));
    const lines = linesOf(null, drillOf(...checks));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("- and 10 more");
  });
});
