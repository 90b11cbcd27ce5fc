import { describe, expect, it } from "vitest";
import type { DrillResult } from "../../src/drill/results.js";
import { drillTable } from "../../src/report/drill-table.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";

const UNPROVEN = { provenMarker: null, caught: [], counted: [] };

function rowsOf(...drills: readonly DrillResult[]): string[] {
  return drillTable(drillReport({ drills })).split("\n").slice(2);
}

function drillsCalled(ids: readonly string[], different: Partial<DrillResult> = {}): DrillResult[] {
  return ids.map((id) => drillResult({ id, ...different }));
}

describe("the table of drills", () => {
  it("has three columns", () => {
    expect(drillTable(drillReport()).split("\n").slice(0, 2)).toEqual([
      "| | Drill | Caught |",
      "|---|---|---|",
    ]);
  });

  it.each([
    {
      name: "all that passed in one row",
      drills: [...drillsCalled(["a", "b"]), guardOf()],
      rows: ["| pass | A, B, guard | as injected |"],
    },
    {
      name: "each that failed before them, with what it caught",
      drills: [
        ...drillsCalled(["a"]),
        drillResult({ checks: [PASSED, FAILED], caught: ["duplicate_key"], provenMarker: null }),
        ...drillsCalled(["c"]),
      ],
      rows: [
        "| **FAIL** | B duplicate key + negative qty | duplicate_key |",
        "| pass | A, C | as injected |",
      ],
    },
    {
      name: "those that failed for a cause that another says first in one row",
      drills: drillsCalled(["b", "c", "d"], {
        checks: [{ ...FAILED, deviations: [{ kind: "missed", rule: "negative_qty" }] }],
        caught: ["duplicate_key"],
      }),
      rows: [
        "| **FAIL** | B duplicate key + negative qty | duplicate_key |",
        "| **FAIL** | C, D | for the same cause |",
      ],
    },
    {
      name: "a drill with a failed and a skipped check as failed",
      drills: [drillResult({ checks: [SKIPPED, FAILED], ...UNPROVEN })],
      rows: ["| **FAIL** | B duplicate key + negative qty | nothing |"],
    },
    {
      name: "all that were skipped in one row",
      drills: [...drillsCalled(["d", "e"], { checks: [SKIPPED], ...UNPROVEN }), guardOf()],
      rows: ["| skip | D, E | not checked |", "| pass | guard | as injected |"],
    },
    {
      name: "one of which a part was skipped as that",
      drills: [drillResult({ checks: [PASSED, SKIPPED], ...UNPROVEN }), guardOf(SKIPPED)],
      rows: ["| skip | B | checked in part |", "| skip | guard | not checked |"],
    },
    {
      name: "a guard that failed by its title, for it injects nothing",
      drills: [guardOf(FAILED)],
      rows: ["| **FAIL** | Artifact guard |  |"],
    },
    {
      name: "what somebody else named, as code",
      drills: [drillResult({ title: "a|b", caught: ["my.rule", "a|b"], checks: [FAILED] })],
      rows: ["| **FAIL** | `B a\\|b` | `my.rule`, `a\\|b` |"],
    },
  ])("shows $name", ({ drills, rows }) => {
    expect(rowsOf(...drills)).toEqual(rows);
  });

  it.each([
    {
      name: "a rule that fired again and again once",
      different: { caught: ["orphan_order", "x", "orphan_order"] },
      row: "| **FAIL** | B duplicate key + negative qty | 2 × orphan_order, x |",
    },
    {
      name: "the first of many rules",
      different: { caught: [..."uvwxyz"] },
      row: "| **FAIL** | B duplicate key + negative qty | u, v, w, x, and 2 more |",
    },
    {
      name: "the beginning of a word that would not break",
      different: { caught: ["x".repeat(40)], title: "y".repeat(40) },
      row: `| **FAIL** | \`B ${"y".repeat(14)}…\` | \`${"x".repeat(14)}…\` |`,
    },
    {
      name: "the beginning of many words",
      different: { caught: [], title: "x ".repeat(100) },
      row: `| **FAIL** | \`B ${"x ".repeat(29)}…\` | nothing |`,
    },
  ])("says for a narrow page only $name", ({ different, row }) => {
    expect(rowsOf(drillResult({ checks: [FAILED], ...different }))).toEqual([row]);
  });

  it("ends after twenty that failed with how many there are", () => {
    const ids = Array.from({ length: 25 }, (_, at) => `r${at}`);
    const rows = rowsOf(...drillsCalled(ids, { checks: [FAILED] }), guardOf());
    expect(rows).toHaveLength(22);
    expect(rows.slice(-2)).toEqual(["| **FAIL** | and 5 more |  |", "| pass | guard | as injected |"]);
  });
});
