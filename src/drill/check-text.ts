import { printable } from "../syncer/printable.js";
import type { CheckResult } from "./results.js";

const WORDS = { passed: "PASS", failed: "FAIL", skipped: "SKIP" } as const;

/** `  PASS: <label>`, or `  FAIL: <label>` with expected and actual under it (contract, section 5). */
export function renderCheck(check: CheckResult): string[] {
  const line = `  ${WORDS[check.status]}: ${check.label}`;
  return [line, ...reasonLines(check)].map(printable);
}

function reasonLines({ status, expected, actual }: CheckResult): string[] {
  if (status === "passed") return [];
  if (status === "skipped") return [`    because: ${actual}`];
  return [`    expected: ${expected}`, `    actual:   ${actual}`];
}
