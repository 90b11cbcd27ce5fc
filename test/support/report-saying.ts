import type { DrillReport } from "../../src/drill/results.js";
import { drillReport, drillResult, guardOf } from "./sample-report.js";

/**
 * A report that has the text wherever text can stand, with a check of each status.
 *
 * @param ids of further drills that say the same.
 */
export function reportSaying(text: string, ids: readonly string[] = []): DrillReport {
  const check = { label: text, stage: "found" as const, expected: text, actual: text };
  const statuses = ["passed", "failed", "skipped"] as const;
  const drill = drillResult({
    title: text,
    injected: text,
    caught: [text, text],
    counted: [text],
    checks: statuses.map((status) => ({ ...check, status })),
    provenMarker: text,
    metricLines: [text],
  });
  return drillReport({
    syncer: { name: text, version: text, language: text },
    commit: text,
    drills: [drill, ...ids.map((id) => ({ ...drill, id })), guardOf({ ...check, status: "failed" })],
    brokeOff: text,
  });
}
