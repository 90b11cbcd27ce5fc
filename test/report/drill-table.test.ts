import { describe, expect, it } from "vitest";
import type { DrillResult } from "../../src/drill/results.js";
import { drillTable } from "../../src/report/drill-table.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";

function rowOf(drill: DrillResult): string {
  return drillTable(drillReport({ drills: [drill] })).split("\n")[2] ?? "";
}

describe("the table of drills", () => {
  it("has a head, and a row for each drill in their order", () => {
    const table = drillTable(drillReport()).split("\n");
    expect(table.slice(0, 2)).toEqual([
      "| | Drill | Injected | Caught | Counted | Proven |",
      "|---|---|---|---|---|---|",
    ]);
    expect(table.slice(2).map((row) => row.split(" | ")[1])).toEqual(["B", "guard"]);
  });

  it.each([
    {
      name: "a drill that passed, with what it proves",
      drill: drillResult(),
      row: "| pass | B | the same position twice | duplicate_key, negative_qty | 1, 2 | detected |",
    },
    {
      name: "a drill that failed, which proves nothing",
      drill: drillResult({
        checks: [PASSED, FAILED],
        caught: ["negative_qty"],
        counted: ["1"],
        provenMarker: null,
      }),
      row: "| **FAIL** | B | the same position twice | negative_qty | 1 | no |",
    },
    {
      name: "a drill that was skipped",
      drill: drillResult({ checks: [SKIPPED], caught: [], counted: [], provenMarker: null }),
      row: "| skip | B | the same position twice | nothing | 0 | no |",
    },
    {
      name: "a drill with a failed and a skipped check",
      drill: drillResult({ checks: [SKIPPED, FAILED], caught: [], counted: [], provenMarker: null }),
      row: "| **FAIL** | B | the same position twice | nothing | 0 | no |",
    },
    { name: "the guard, by what it checks", drill: guardOf(), row: "| pass | guard |  |  |  | sync is ok |" },
    { name: "a guard that could not look", drill: guardOf(SKIPPED), row: "| skip | guard |  |  |  | no |" },
    { name: "a guard that failed", drill: guardOf(FAILED), row: "| **FAIL** | guard |  |  |  | no |" },
    {
      name: "rules of somebody's own, as code",
      drill: drillResult({ caught: ["my-rule", "a|b"], counted: ["1e3"] }),
      row: "| pass | B | the same position twice | `my-rule, a\\|b` | `1e3` | detected |",
    },
  ])("shows $name", ({ drill, row }) => {
    expect(rowOf(drill)).toBe(row);
  });

  it("cuts a cell that is too long for a reader", () => {
    const row = rowOf(drillResult({ caught: Array.from({ length: 1000 }, () => "orphan_order") }));
    expect(row.length).toBeLessThan(300);
    expect(row).toContain("…");
  });
});
