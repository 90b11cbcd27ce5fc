import type { CheckResult, DrillReport, DrillResult } from "../drill/results.js";
import { codeSpan, isPlain, shortened } from "./markdown-text.js";
import { letterOf } from "./wording.js";

const MOST_LINES = 20;
const MOST_CHARACTERS = 160;

/** What failed, as a Markdown list with expected and actual; empty where nothing did. */
export function failedChecks({ drills, brokeOff }: DrillReport): string {
  const lines = drills.flatMap((drill) => drillLines(drill, brokeOff));
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length - shown.length;
  return [
    ...(brokeOff === null ? [] : [`- the syncer broke off: ${code(brokeOff)}`]),
    ...shown,
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join("\n");
}

function drillLines(drill: DrillResult, brokeOff: string | null): string[] {
  const failed = drill.checks.filter(({ status }) => status === "failed");
  const name = `- **${nameOf(drill)}**`;
  const isAsOne = failed.length === drill.checks.length && failed.length > 1 && sayTheSame(failed);
  if (!isAsOne) return failed.map((check) => `${name}, ${checkWords(check)}`);
  const [{ actual } = { actual: "" }] = failed;
  const isSaid = brokeOff !== null && actual.endsWith(brokeOff);
  return [`${name}, all ${failed.length} checks${isSaid ? "" : `: got ${code(actual)}`}`];
}

function nameOf(drill: DrillResult): string {
  const letter = letterOf(drill);
  return plainOrCode(letter.length === 1 ? `Drill ${letter}` : letter);
}

function checkWords({ label, expected, actual }: CheckResult): string {
  return `${plainOrCode(label)}: expected ${code(expected)}, got ${code(actual)}`;
}

function sayTheSame(checks: readonly CheckResult[]): boolean {
  return new Set(checks.map(({ actual }) => actual)).size === 1;
}

function plainOrCode(text: string): string {
  return isPlain(text) ? text : code(text);
}

function code(text: string): string {
  return text === "" ? "nothing" : codeSpan(shortened(text, MOST_CHARACTERS));
}
