import { describe, expect, it } from "vitest";
import type { Deviation } from "../../src/drill/deviation.js";
import type { CheckResult, DrillResult } from "../../src/drill/results.js";
import { causeList } from "../../src/report/cause-list.js";
import { structureOf } from "../support/rendered-markdown.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";

const BROKE_OFF = [{ kind: "broke_off" }] as const;

function linesOf(brokeOff: string | null, ...drills: readonly DrillResult[]): string[] {
  return causeList(drillReport({ drills, brokeOff })).split("\n\n");
}

function drillOf(...checks: readonly CheckResult[]): DrillResult {
  return drillResult({ checks });
}

function absent(metric: string): Deviation {
  return { kind: "absent", metric, series: metric, there: "n 1" };
}

describe("the causes in a comment", () => {
  it("are none where nothing failed", () => {
    expect(linesOf(null, drillOf(PASSED, SKIPPED), guardOf())).toEqual([""]);
  });

  it.each([
    {
      name: "a check that says no more, with expected and actual",
      check: FAILED,
      line: "**2 mismatches** (drill B): expected `2`, came `0`",
    },
    {
      name: "what the check says first",
      check: { ...FAILED, deviations: [{ kind: "missed", rule: "orphan_order" }] as const },
      line: "**orphan_order is not found** (drill B: 2 mismatches): expected `2`, came `0`",
    },
    {
      name: "an answer that is empty",
      check: { ...FAILED, actual: "" },
      line: "**2 mismatches** (drill B): expected `2`, came nothing",
    },
    {
      name: "a label that is no plain words, as code",
      check: { ...FAILED, label: "a|b" },
      line: "**`a|b`** (drill B): expected `2`, came `0`",
    },
    {
      name: "what is absent, and what can be done",
      check: { ...FAILED, actual: "absent", deviations: [absent("m")] },
      line: "**a metric is absent** (drill B): `m` · --metric-prefix says how the names of yours begin",
    },
    {
      name: "more that is absent than a narrow page has room for",
      check: { ...FAILED, actual: "absent", deviations: ["k", "l", "m", "n"].map(absent) },
      line: "**4 metrics are absent** (drill B): `k`, `l`, and 2 more · --metric-prefix says how the names of yours begin",
    },
  ])("have a line for $name", ({ check, line }) => {
    expect(linesOf(null, drillOf(PASSED, check))).toEqual([line]);
  });

  it("name the guard as it is called", () => {
    expect(linesOf(null, drillResult(), guardOf(FAILED))).toEqual([
      "**2 mismatches** (guard): expected `2`, came `0`",
    ]);
  });

  it("say how many checks follow from the first", () => {
    const checks = ["a", "b", "c"].map((label) => ({ ...FAILED, label, actual: "no reply" }));
    expect(linesOf(null, drillOf(...checks))).toEqual([
      "**a** (drill B): expected `2`, came `no reply` · 2 more checks follow from it",
    ]);
  });

  it("say once why the syncer broke off", () => {
    const check = { ...FAILED, actual: "the syncer broke off: it ended", deviations: BROKE_OFF };
    expect(linesOf("it ended", drillOf(check, check), drillOf(SKIPPED))).toEqual([
      "**the syncer broke off** (drill B): `it ended` · 1 more check follows from it",
    ]);
  });

  it("say what can be done in words that are no markup", () => {
    const deviations: readonly Deviation[][] = [
      [absent("m")],
      [{ kind: "unnamed", rule: "x" }],
      [{ kind: "absent", metric: "n", series: "n{}", there: "none" }],
    ];
    for (const some of deviations) {
      const list = causeList(drillReport({ drills: [drillOf({ ...FAILED, deviations: some })] }));
      expect(structureOf(list)).toMatch(
        /^<p><strong>[^<]*<\/strong> \(drill B\): <code><\/code> · [^<]*<\/p>$/,
      );
    }
  });

  it("are cut where they are too long for a reader", () => {
    const long = "x".repeat(5000);
    const [line = ""] = linesOf(
      null,
      drillOf(PASSED, { ...FAILED, label: `${long}.`, expected: long, actual: long }),
    );
    expect(line.match(/x+…/g)?.map(({ length }) => length)).toEqual([101, 101, 101]);
  });

  it("end after eight with how many there are", () => {
    const drills = Array.from({ length: 30 }, (_, at) => drillResult({ id: `${at}`, checks: [FAILED] }));
    const lines = linesOf(null, ...drills);
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe("and 22 more: see summary.txt");
  });
});
