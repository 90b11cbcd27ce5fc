import type { Palette } from "../../report/console-text.js";
import { printable } from "../../syncer/printable.js";
import type { Audit } from "../audit.js";
import { type AuditPart, type Check, countsOf } from "../check/check.js";
import type { Estimate } from "../check/estimate.js";

const WORDS = { passed: "PASS", failed: "FAIL", warned: "WARN", skipped: "SKIP" } as const;
// What goes on with the sentence before it.
const CONTINUING = new Set([
  "scraped.interval",
  "rules.unchanged",
  "rules.healthy",
  "rules.interval",
  "sent.answers",
]);

/** The parts of the way, what passed in one line each, what did not in lines of its own; then what to do. */
export function auditLines({ parts, estimate }: Audit, palette: Palette): string[] {
  const checks = allChecks(parts);
  return [
    ...parts.flatMap((part) => partLines(part, palette)),
    ...doLines(checks),
    printable(estimateLine(estimate, checks)),
    countsLine(checks, palette),
  ];
}

/** Every check of an audit, in its order. */
export function allChecks(parts: readonly AuditPart[]): Check[] {
  return parts.flatMap(({ checks }) => checks);
}

function partLines({ title, checks }: AuditPart, palette: Palette): string[] {
  const passed = checks.filter(({ status }) => status === "passed");
  const others = checks.filter(({ status }) => status !== "passed");
  return [
    printable(`=== ${title} ===`),
    ...(passed.length === 0 ? [] : [`  ${palette.good("PASS")}: ${printable(sentence(passed))}`]),
    ...others.flatMap((check) => checkLines(check, palette)),
  ];
}

function sentence(passed: readonly Check[]): string {
  return passed
    .map(({ id, says }, index) => (index === 0 ? "" : CONTINUING.has(id) ? ", " : "; ") + says)
    .join("");
}

/** `  FAIL: …` and the cause under it. */
export function checkLines({ status, says, why }: Check, palette: Palette): string[] {
  const paint = { passed: palette.good, failed: palette.bad, warned: palette.bad, skipped: palette.faint }[
    status
  ];
  return [
    `  ${paint(WORDS[status])}: ${printable(says)}`,
    ...why.map((line) => printable(`        ${line}`)),
  ];
}

function doLines(checks: readonly Check[]): string[] {
  const cures = checks
    .filter(({ status }) => status === "failed" || status === "warned")
    .flatMap(({ cure }) => cure ?? []);
  const steps = [...new Set(cures)].map((cure, index) => `${index + 1}. ${cure}`);
  return steps.length === 0 ? [] : [printable(`Do: ${steps.join("  ")}`)];
}

/** `A mismatch pages "account-sync" after 190 to 220 s.`, or why that cannot be said. */
export function estimateLine(estimate: Estimate | null, checks: readonly Check[]): string {
  if (checks.some(({ isEssential }) => isEssential))
    return "Whether a mismatch pages anybody cannot be said: see SKIP.";
  if (estimate === null) return "A mismatch pages nobody.";
  const { receivers, least, most } = estimate;
  const whom = receivers.map((name) => `"${name}"`).join(" and ");
  const when = `${whom} after ${Math.round(least)} to ${Math.round(most)} s`;
  const fails = checks.some(({ status }) => status === "failed");
  return fails
    ? `A mismatch is not sure to page anybody; with the above mended it pages ${when}.`
    : `A mismatch pages ${when}.`;
}

/** `=== Results: 21 passed, 0 failed, 1 skipped ===` */
export function countsLine(checks: readonly Check[], palette: Palette): string {
  const { passed, failed, warned, skipped } = countsOf(checks);
  const more = warned === 0 ? "" : `, ${warned} warned`;
  const paint = failed > 0 ? palette.bad : palette.good;
  return paint(`=== Results: ${passed} passed, ${failed} failed, ${skipped} skipped${more} ===`);
}
