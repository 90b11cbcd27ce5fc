import { describe, expect, it } from "vitest";
import {
  CONTRACT_METRICS,
  LAST_MISMATCH_METRIC,
  type MetricSpec,
  REQUIRED_METRICS_PATTERNS,
} from "../../src/syncer/metric-contract.js";
import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import { readDocument } from "../support/documents.js";
import { codeIn, firstColumnOf, sectionOf, tablesOf } from "../support/markdown.js";

const RUNBOOK = readDocument("docs/runbooks/account-sync.md");

function firstColumn(heading: string, table = 0): string[] {
  return firstColumnOf(sectionOf(RUNBOOK, heading), table);
}

describe("the account sync runbook", () => {
  it("explains each rule, in the order of the findings", () => {
    expect(firstColumn("The rules")).toEqual(MISMATCH_RULES);
  });

  it("gives a resolution for each rule", () => {
    expect(firstColumn("What to do about a mismatch").sort()).toEqual([...MISMATCH_RULES].sort());
  });

  it("explains each metric with its type and label, in the order of the metrics text", () => {
    const metrics: readonly MetricSpec[] = [...Object.values(CONTRACT_METRICS), LAST_MISMATCH_METRIC];
    const explained = (tablesOf(sectionOf(RUNBOOK, "Metrics"))[0] ?? []).map(
      ([name = "", type, meaning = ""]) => ({
        name: codeIn(name).join(),
        type,
        label: / by `([a-z]+)`/.exec(meaning)?.[1],
      }),
    );
    expect(explained).toEqual(metrics.map(({ name, type, label }) => ({ name, type, label })));
  });

  it("explains each reason of a failed fetch", () => {
    expect(firstColumn("Metrics", 1)).toEqual(FETCH_ERROR_REASONS);
  });
});

describe("the README", () => {
  it("says how many metrics the contract has", () => {
    expect(Object.keys(CONTRACT_METRICS)).toHaveLength(9);
    expect(REQUIRED_METRICS_PATTERNS).toHaveLength(27);
    expect(sectionOf(readDocument("README.md"), "What each drill proves")).toContain("all nine metrics");
  });
});
