import { printable } from "../syncer/printable.js";
import { whatWasThere } from "./deviation.js";
import type { CheckResult } from "./results.js";

const WORDS = { passed: "PASS", failed: "FAIL", skipped: "SKIP" } as const;

/** `  PASS: <label>`, or `  FAIL: <label>` with expected, actual and what was there instead (contract, section 5). */
export function renderCheck(check: CheckResult): string[] {
  const line = `  ${WORDS[check.status]}: ${check.label}`;
  return [line, ...reasonLines(check)].map(printable);
}

function reasonLines({ status, expected, actual, deviations = [] }: CheckResult): string[] {
  if (status === "passed") return [];
  if (status === "skipped") return [`    because: ${actual}`];
  const there = whatWasThere(deviations).map((what) => `    there is: ${what}`);
  return [`    expected: ${expected}`, `    actual:   ${actual}`, ...there];
}
