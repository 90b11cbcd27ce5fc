import type { CheckResult, DrillReport, DrillResult } from "../../src/drill/results.js";
import type { NamedEvidence } from "../../src/report/summary-text.js";

export const PASSED: CheckResult = {
  stage: "found",
  label: "sync is ok",
  status: "passed",
  expected: "ok",
  actual: "ok",
};
export const FAILED: CheckResult = {
  stage: "found",
  label: "2 mismatches",
  status: "failed",
  expected: "2",
  actual: "0",
};
export const SKIPPED: CheckResult = {
  stage: "counted",
  label: "counter orphan_order is 1",
  status: "skipped",
  expected: "1",
  actual: "the syncer broke off before",
};

/** A drill that passed; `different` says what is different. */
export function drillResult(different: Partial<DrillResult> = {}): DrillResult {
  return {
    id: "b",
    title: "Duplicate key + negative qty",
    injected: "the same position twice",
    caught: ["duplicate_key", "negative_qty"],
    counted: ["1", "2"],
    checks: [PASSED],
    provenMarker: "drill_b_PROVEN: detected",
    metricLines: ['mismatches_total{rule="duplicate_key"} 1'],
    files: new Map([
      ["drill_b_log.txt", "log\n"],
      ["drill_b_metrics.txt", "metrics\n"],
    ]),
    ...different,
  };
}

/** A guard that passed, which injects nothing and leaves no file. */
export function guardOf(check: CheckResult = PASSED): DrillResult {
  return drillResult({
    id: "guard",
    title: "Artifact guard",
    injected: null,
    caught: [],
    counted: [],
    checks: [check],
    provenMarker: null,
    metricLines: [],
    files: new Map(),
  });
}

/** A report of one drill and the guard, both passed; `different` says what is different. */
export function drillReport(different: Partial<DrillReport> = {}): DrillReport {
  return {
    toolVersion: "1.2.3",
    syncer: { name: "my syncer", version: "4.5", language: "Python" },
    commit: null,
    startedAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    drills: [drillResult(), guardOf()],
    brokeOff: null,
    ...different,
  };
}

/** {@link drillReport} of drills with these checks. */
export function reportOfChecks(...checks: readonly CheckResult[]): DrillReport {
  return drillReport({ drills: [drillResult({ checks, provenMarker: null })] });
}

export const PLACE: NamedEvidence = {
  evidenceDir: "out/20260102T030405Z",
  fingerprint: "f00d",
  evidenceRef: "EVIDENCE_REF mode=account-sync-drill fingerprint=f00d",
};
