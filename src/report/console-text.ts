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
import { type Cause, causesOf, followingOf, placeOf } from "./causes.js";
import type { NamedEvidence } from "./summary-text.js";
import { caughtOf, countedOf, headingOf, identityOf, notesOf } from "./wording.js";

/** Colours a text, or leaves it as it is where there is no terminal. */
export interface Palette {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** No colours. */
export const PLAIN: Palette = { good: same, bad: same, faint: same };

function same(text: string): string {
  return text;
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
    ...noteLines(report),
    ...failedLines(report, place, palette),
    verdict(resultsLine(report)),
    place.evidenceRef,
    printable(nextStep(report, place)),
  ];
  return `${lines.join("\n")}\n`;
}

function drillLines(drill: DrillResult, palette: Palette): string[] {
  const { injected, provenMarker } = drill;
  return [
    printable(`=== ${headingOf(drill)} ===`),
    ...(injected === null
      ? []
      : [
          printable(
            `  injected: ${injected} -> found: ${caughtOf(drill)} -> counted: ${countedOf(drill)} -> see: ${fileOf(drill)}`,
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

// Just above the verdict, so that nobody has to scroll to what failed.
function failedLines(report: DrillReport, place: NamedEvidence, palette: Palette): string[] {
  const causes = causesOf(report);
  return [
    ...(causes.length === 0 ? [] : [palette.bad("=== Failed ===")]),
    ...causes.flatMap((cause) => causeLines(cause, place, palette)),
    ...(causes.length === 0 ? [] : [""]),
    ...skippedLines(report, place, palette),
  ];
}

function causeLines(cause: Cause, { evidenceDir }: NamedEvidence, palette: Palette): string[] {
  const { what, first, hints } = cause;
  const follow = followingOf(cause);
  const checked = first === null || first.check.label === what ? [] : [`    check:    ${first.check.label}`];
  return [
    `  ${palette.bad("FAIL")}: ${printable(what)}${first === null ? "" : ` (${placeOf(first)})`}`,
    ...[
      ...checked,
      ...(first === null
        ? []
        : [`    expected: ${first.check.expected}`, `    actual:   ${first.check.actual}`]),
      ...hints.map((hint) => `    ${hint}`),
      ...(follow === "" ? [] : [`    ${follow}`]),
      ...(first === null ? [] : [`    see:      ${evidenceDir}/${fileOf(first.drill)}`]),
    ].map(printable),
  ];
}

function skippedLines(report: DrillReport, { evidenceDir }: NamedEvidence, palette: Palette): string[] {
  const lines = report.drills.flatMap((drill) =>
    drill.checks
      .filter(({ status }) => status === "skipped")
      .flatMap((check) => [
        ...paintCheck(renderCheck(check), check.status, palette),
        printable(`    see:      ${evidenceDir}/${fileOf(drill)}`),
      ]),
  );
  return lines.length === 0 ? [] : ["=== Skipped ===", ...lines, ""];
}

function fileOf({ files }: DrillResult): string {
  return [...files.keys()][0] ?? "summary.txt";
}

function noteLines(report: DrillReport): string[] {
  const notes = notesOf(report);
  return notes.length === 0 ? [] : [...notes.map((note) => printable(`note: ${note}`)), ""];
}

function nextStep(report: DrillReport, { evidenceDir, verify }: ConsolePlace): string {
  return hasPassed(report)
    ? `Next: paste the EVIDENCE_REF line into your pull request; whoever doubts it runs: ${verify}`
    : `Next: read the first FAIL above and the log that it names, in ${evidenceDir}`;
}
