import { describe, expect, it } from "vitest";
import { renderSummary } from "../../src/report/summary-text.js";
import {
  drillReport,
  drillResult,
  FAILED,
  guardOf,
  PASSED,
  PLACE,
  SKIPPED,
} from "../support/sample-report.js";

describe("renderSummary", () => {
  it("of a run that passed: verdict and reference first, each drill, the totals last", () => {
    expect(renderSummary(drillReport(), PLACE)).toBe(`Account sync fire drill: passed, 2 of 2
EVIDENCE_REF mode=account-sync-drill fingerprint=f00d

evidence_dir: out/20260102T030405Z
fingerprint: f00d
syncer: my syncer 4.5 (Python)
started: 2026-01-02T03:04:05Z
tool: account-sync-drill 1.2.3

Drill B: Duplicate key + negative qty: 1 of 1 checks passed
  injected: the same position twice
  caught: duplicate_key, negative_qty
  counted: 1, 2
  metric: mismatches_total{rule="duplicate_key"} 1
  drill_b_PROVEN: detected

Artifact guard: 1 of 1 checks passed

=== Results: 2 passed, 0 failed, 0 skipped ===
`);
  });

  it("of a run that failed: the checks that did not pass, no marker, and why the syncer broke off", () => {
    const failed = drillResult({
      caught: [],
      counted: [],
      checks: [PASSED, FAILED, SKIPPED],
      provenMarker: null,
      metricLines: [],
    });
    const report = drillReport({ drills: [failed, guardOf(FAILED)], brokeOff: "it hung", commit: "c0ffee" });
    expect(renderSummary(report, PLACE)).toBe(`Account sync fire drill: failed, 1 of 4, 1 skipped
EVIDENCE_REF mode=account-sync-drill fingerprint=f00d

evidence_dir: out/20260102T030405Z
fingerprint: f00d
syncer: my syncer 4.5 (Python)
commit: c0ffee
started: 2026-01-02T03:04:05Z
tool: account-sync-drill 1.2.3
broke off: it hung
failed: 2 mismatches (drill B)
failed: 2 mismatches (guard)

Drill B: Duplicate key + negative qty: 1 of 3 checks passed
  injected: the same position twice
  caught: nothing
  counted: 0
  FAIL: 2 mismatches
    expected: 2
    actual:   0
  SKIP: counter orphan_order is 1
    because: the syncer broke off before

Artifact guard: 0 of 1 checks passed
  FAIL: 2 mismatches
    expected: 2
    actual:   0

=== Results: 1 passed, 2 failed, 1 skipped ===
`);
  });
});
