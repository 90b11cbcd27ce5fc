import { describe, expect, it } from "vitest";
import { renderResultsJson, resultsDocument } from "../../src/report/results-json.js";
import { canonicalJson } from "../../src/syncer/canonical-json.js";
import { drillReport, drillResult, FAILED, guardOf, PLACE, SKIPPED } from "../support/sample-report.js";

describe("renderResultsJson", () => {
  it("holds every field of a run that passed", () => {
    const parsed: unknown = JSON.parse(renderResultsJson(drillReport(), PLACE));
    expect(parsed).toEqual({
      result: "passed",
      totals: { passed: 2, failed: 0, skipped: 0 },
      tool: { name: "account-sync-drill", version: "1.2.3" },
      syncer: { name: "my syncer", version: "4.5", language: "Python" },
      commit: null,
      started_at: "2026-01-02T03:04:05Z",
      evidence_dir: "out/20260102T030405Z",
      fingerprint: "f00d",
      evidence_ref: "EVIDENCE_REF mode=account-sync-drill fingerprint=f00d",
      broke_off: null,
      drills: [
        {
          id: "b",
          title: "Duplicate key + negative qty",
          injected: "the same position twice",
          caught: ["duplicate_key", "negative_qty"],
          counted: ["1", "2"],
          proven: "drill_b_PROVEN: detected",
          metrics: ['mismatches_total{rule="duplicate_key"} 1'],
          files: ["drill_b_log.txt", "drill_b_metrics.txt"],
          checks: [{ label: "sync is ok", stage: "found", status: "passed", expected: "ok", actual: "ok" }],
        },
        {
          id: "guard",
          title: "Artifact guard",
          injected: null,
          caught: [],
          counted: [],
          proven: null,
          metrics: [],
          files: [],
          checks: [{ label: "sync is ok", stage: "found", status: "passed", expected: "ok", actual: "ok" }],
        },
      ],
    });
  });

  it("tells a run that failed, with expected and actual", () => {
    const drills = [drillResult({ checks: [FAILED, SKIPPED], provenMarker: null })];
    const report = drillReport({ drills, brokeOff: "it hung", commit: "c0ffee" });
    expect(resultsDocument(report, PLACE)).toMatchObject({
      commit: "c0ffee",
      result: "failed",
      totals: { passed: 0, failed: 1, skipped: 1 },
      broke_off: "it hung",
      drills: [{ proven: null, checks: [{ ...FAILED }, { ...SKIPPED }] }],
    });
  });

  it("is canonical JSON on one line", () => {
    const report = drillReport({ drills: [guardOf()] });
    const text = renderResultsJson(report, PLACE);
    expect(text).toBe(`${canonicalJson(resultsDocument(report, PLACE))}\n`);
    expect(text).toMatch(/^\{"broke_off":null,"commit":null,"drills":\[\{"caught":\[\],"checks":/);
    expect(text).toMatch(/^[ -~]+\n$/);
  });
});
