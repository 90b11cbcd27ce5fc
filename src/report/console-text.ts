import { renderCheck } from "../drill/check-text.js";
import {
  type CheckResult,
  type DrillReport,
  type DrillResult,
  hasPassed,
  resultsLine,
} from "../drill/results.js";
import { type Checksum, renderChecksums } from "../evidence/checksums.js";
import { printable } from "../syncer/printable.js";
import type { NamedEvidence } from "./summary-text.js";
import { caughtOf, countedOf, headingOf, identityOf } from "./wording.js";

/** Colours a text, or leaves it as it is where there is no terminal. */
export interface Palette {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** The evidence as the terminal shows it. */
export interface ConsolePlace extends NamedEvidence {
  readonly checksums: readonly Checksum[];
  /** The command that verifies this evidence, ready to paste. */
  readonly verify: string;
}

/** What the terminal shows after a run: the story of each drill, the evidence, the verdict last. */
export function renderConsole(report: DrillReport, place: ConsolePlace, palette: Palette): string {
  const verdict = hasPassed(report) ? palette.good : palette.bad;
  const lines = [
    printable(`account-sync-drill ${report.toolVersion}, drilling the ${identityOf(report.syncer)}`),
    "",
    ...report.drills.flatMap((drill) => drillLines(drill, palette)),
    "=== Evidence ===",
    printable(`  ${place.evidenceDir}`),
    ...renderChecksums(place.checksums)
      .trimEnd()
      .split("\n")
      .map((line) => palette.faint(`  ${line}`)),
    "",
    ...failedLines(report, place, palette),
    verdict(resultsLine(report)),
    place.evidenceRef,
    printable(nextStep(report, place)),
  ];
  return `${lines.join("\n")}\n`;
}

function drillLines(drill: DrillResult, palette: Palette): string[] {
  const { injected, provenMarker } = drill;
  const proof = [...drill.files.keys()][0];
  return [
    printable(`=== ${headingOf(drill)} ===`),
    ...(injected === null
      ? []
      : [
          printable(
            `  injected: ${injected} -> found: ${caughtOf(drill)} -> counted: ${countedOf(drill)} -> see: ${proof}`,
          ),
        ]),
    ...drill.checks.flatMap((check) => paintCheck(renderCheck(check), check.status, palette)),
    ...(provenMarker === null ? [] : [`  ${palette.good(printable(provenMarker))}`]),
    "",
  ];
}

function paintCheck(lines: string[], status: CheckResult["status"], palette: Palette): string[] {
  const paint = { passed: palette.good, failed: palette.bad, skipped: palette.faint }[status];
  return lines.map((line) => line.replace(/(?<=^ {2})(?:PASS|FAIL|SKIP)/, paint));
}

// Repeated just above the verdict, so that nobody has to scroll to the check that failed.
function failedLines(report: DrillReport, place: NamedEvidence, palette: Palette): string[] {
  return [
    ...repeated("failed", palette.bad("=== Failed ==="), report, place, palette),
    ...repeated("skipped", "=== Skipped ===", report, place, palette),
  ];
}

function repeated(
  wanted: CheckResult["status"],
  title: string,
  report: DrillReport,
  { evidenceDir }: NamedEvidence,
  palette: Palette,
): string[] {
  const lines = report.drills.flatMap((drill) =>
    drill.checks
      .filter(({ status }) => status === wanted)
      .flatMap((check) => [
        ...paintCheck(renderCheck(check), check.status, palette),
        printable(`    see:      ${evidenceDir}/${[...drill.files.keys()][0] ?? "summary.txt"}`),
      ]),
  );
  return lines.length === 0 ? [] : [title, ...lines, ""];
}

function nextStep(report: DrillReport, { evidenceDir, verify }: ConsolePlace): string {
  return hasPassed(report)
    ? `Next: paste the EVIDENCE_REF line into your pull request; whoever doubts it runs: ${verify}`
    : `Next: read the first FAIL above and the log beside it, in ${evidenceDir}`;
}
