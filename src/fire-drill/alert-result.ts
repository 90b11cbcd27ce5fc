import { renderCheck } from "../drill/check-text.js";
import type { CheckResult, DrillResult } from "../drill/results.js";
import type { NothingSaid } from "../rules/promtool.js";
import type { MismatchRule } from "../syncer/mismatch-rules.js";

/** The letter of drill F. */
export const ALERT_DRILL = "f";
/** The promtool test that its evidence keeps. */
export const TEST_FILE = `drill_${ALERT_DRILL}_alerts.test.yml`;

interface Promtool {
  readonly kept: string | NothingSaid;
  readonly required: boolean;
}

/** What is proven by it. */
export function provesOf(drilled: readonly MismatchRule[]): string {
  return `silent on a clean account, ringing for each of the ${numberWord(drilled.length)} rules`;
}

/**
 * The result of drill F: its checks, the proof of them, and its log.
 *
 * @param promtool what it said of the test that is kept, and whether it is required.
 */
export function alertResult(
  drilled: readonly MismatchRule[],
  checks: readonly CheckResult[],
  promtool: Promtool,
  files: ReadonlyMap<string, string>,
): DrillResult {
  const proof = proofOf(drilled, checks, promtool);
  const rung = drilled.filter((_, at) => checks[at + 1]?.status === "passed");
  const all = [...checks, proof];
  const provenMarker = proof.status === "passed" ? `drill_${ALERT_DRILL}_PROVEN: ${provesOf(drilled)}` : null;
  const title = "Alert";
  const injected = "each rule's mismatch into what Prometheus scrapes every 30s";
  const log = [
    `Drill ${ALERT_DRILL.toUpperCase()}: ${title}`,
    `injected: ${injected}`,
    "",
    ...all.flatMap(renderCheck),
  ];
  const logText = `${[...log, ...(provenMarker === null ? [] : [provenMarker])].join("\n")}\n`;
  return {
    id: ALERT_DRILL,
    title,
    injected,
    caught: rung,
    counted: rung.map(() => "1"),
    checks: all,
    provenMarker,
    metricLines: [],
    files: new Map([[`drill_${ALERT_DRILL}_log.txt`, logText], ...files]),
  };
}

function proofOf(
  drilled: readonly MismatchRule[],
  checks: readonly CheckResult[],
  { kept, required }: Promtool,
): CheckResult {
  const expected = "every check, and the promtool test that is kept";
  const common = { label: `proven: ${provesOf(drilled)}`, stage: "exposed", expected } as const;
  if (typeof kept !== "string") return unjudged(common, kept, required);
  if (checks.some(({ status }) => status === "failed")) {
    return { ...common, status: "failed", actual: "some check did not hold" };
  }
  const skipped = checks.find(({ status }) => status === "skipped");
  if (skipped !== undefined) return { ...common, status: "skipped", actual: skipped.actual };
  return kept.includes("SUCCESS")
    ? { ...common, status: "passed", actual: expected }
    : { ...common, status: "failed", actual: `${TEST_FILE} fails` };
}

/** A check that promtool did not answer. One that ran may have been kept from it by what the syncer exposes. */
export function unjudged(
  { label, expected }: Pick<CheckResult, "label" | "expected">,
  { hasRun, why }: NothingSaid,
  required: boolean,
): CheckResult {
  return {
    label,
    expected,
    stage: "exposed",
    status: hasRun || required ? "failed" : "skipped",
    actual: why,
  };
}

function numberWord(count: number): string {
  return ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"][count] ?? String(count);
}
