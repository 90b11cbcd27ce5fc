import { renderCheck } from "../drill/check-text.js";
import { type DrillReport, type DrillResult, resultsLine } from "../drill/results.js";
import { printable } from "../syncer/printable.js";
import { causeLine, causesOf } from "./causes.js";
import { caughtOf, countedOf, headingOf, identityOf, isoSeconds, notesOf, verdictOf } from "./wording.js";

/** The evidence, as every rendering names it. */
export interface NamedEvidence {
  readonly evidenceDir: string;
  readonly fingerprint: string;
  readonly evidenceRef: string;
}

/** `summary.txt`: the block to copy into a pull request (contract, section 6). */
export function renderSummary(report: DrillReport, place: NamedEvidence): string {
  const lines = [
    `Account sync fire drill: ${verdictOf(report)}`,
    place.evidenceRef,
    "",
    `evidence_dir: ${place.evidenceDir}`,
    `fingerprint: ${place.fingerprint}`,
    `syncer: ${identityOf(report.syncer)}`,
    ...(report.commit === null ? [] : [`commit: ${report.commit}`]),
    ...(report.seed === undefined ? [] : [`seed: ${report.seed}`]),
    `started: ${isoSeconds(report.startedAt)}`,
    `tool: account-sync-drill ${report.toolVersion}`,
    ...(report.brokeOff === null ? [] : [`broke off: ${report.brokeOff}`]),
    ...notesOf(report).map((note) => `note: ${note}`),
    ...causesOf(report)
      .slice(report.brokeOff === null ? 0 : 1)
      .map((cause) => `failed: ${causeLine(cause)}`),
    ...report.drills.flatMap(drillLines),
    "",
    resultsLine(report),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

function drillLines(drill: DrillResult): string[] {
  const { checks, injected, provenMarker, metricLines } = drill;
  const passed = checks.filter(({ status }) => status === "passed").length;
  return [
    "",
    `${headingOf(drill)}: ${passed} of ${checks.length} checks passed`,
    ...(injected === null
      ? []
      : [`  injected: ${injected}`, `  caught: ${caughtOf(drill)}`, `  counted: ${countedOf(drill)}`]),
    ...metricLines.map((line) => `  metric: ${line}`),
    ...(provenMarker === null ? [] : [`  ${provenMarker}`]),
    ...checks.filter(({ status }) => status !== "passed").flatMap(renderCheck),
  ];
}
