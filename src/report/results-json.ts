import { type DrillReport, type DrillResult, hasPassed, totalsOf } from "../drill/results.js";
import { canonicalJson, type JsonValue } from "../syncer/canonical-json.js";
import type { NamedEvidence } from "./summary-text.js";
import { isoSeconds } from "./wording.js";

/** `results.json`: the whole run for machines, as canonical JSON (docs/evidence-format.md). */
export function renderResultsJson(report: DrillReport, place: NamedEvidence): string {
  return `${canonicalJson(resultsDocument(report, place))}\n`;
}

/** What `results.json` and `--json` hold. */
export function resultsDocument(report: DrillReport, place: NamedEvidence): JsonValue {
  const { name, version, language } = report.syncer;
  return {
    result: hasPassed(report) ? "passed" : "failed",
    totals: { ...totalsOf(report) },
    tool: { name: "account-sync-drill", version: report.toolVersion },
    syncer: { name, version, language },
    commit: report.commit,
    ...(report.seed === undefined ? {} : { seed: report.seed }),
    started_at: isoSeconds(report.startedAt),
    evidence_dir: place.evidenceDir,
    fingerprint: place.fingerprint,
    evidence_ref: place.evidenceRef,
    broke_off: report.brokeOff,
    drills: report.drills.map(drillDocument),
  };
}

function drillDocument(drill: DrillResult): JsonValue {
  return {
    id: drill.id,
    title: drill.title,
    injected: drill.injected,
    caught: drill.caught,
    counted: drill.counted,
    proven: drill.provenMarker,
    metrics: drill.metricLines,
    files: [...drill.files.keys()],
    checks: drill.checks.map(({ label, stage, status, expected, actual }) => ({
      label,
      stage,
      status,
      expected,
      actual,
    })),
  };
}
