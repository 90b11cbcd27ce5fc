import type { CheckResult } from "./drill-report.js";

const WORDS = { passed: "PASS", failed: "FAIL", skipped: "SKIP" } as const;

/** `  PASS: <label>`, or `  FAIL: <label>` with expected and actual under it (contract, section 5). */
export function renderCheck(check: CheckResult): string[] {
  const line = `  ${WORDS[check.status]}: ${check.label}`;
  if (check.status === "passed") return [line];
  if (check.status === "skipped") return [line, `    because: ${check.actual}`];
  return [line, `    expected: ${check.expected}`, `    actual:   ${check.actual}`];
}
