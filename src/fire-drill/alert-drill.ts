import { renderCheck } from "../drill/check-text.js";
import type { CheckResult, DrillResult } from "../drill/results.js";
import { messageOf } from "../errors.js";
import { alertPack } from "../rules/alert-pack.js";
import { durationSeconds } from "../rules/duration.js";
import type { PackSettings } from "../rules/pack-settings.js";
import type { NothingSaid, TestRules } from "../rules/promtool.js";
import { type Fired, firingsOf, promtoolTest, silenceTest } from "../rules/promtool-test.js";
import { renderPrometheus } from "../rules/render-pack.js";
import type { MismatchRule } from "../syncer/mismatch-rules.js";
import { printable } from "../syncer/printable.js";
import { type AlertCase, alertCases, rulesProvenBy, SCRAPE_SECONDS, SHOWN_SECONDS } from "./alert-cases.js";

const ID = "f";
const RULES_FILE = `drill_${ID}_rules.yml`;
const TEST_FILE = `drill_${ID}_alerts.test.yml`;
const ALERT = "AccountSyncMismatchSpike";
const PROVEN = "proven: ";
const SILENT = "no alert rings";
const WITHOUT = "promtool is not on the PATH; the Debian package prometheus brings it";

/** What drill F is made of. */
export interface AlertDrillOptions {
  readonly settings: PackSettings;
  readonly testRules: TestRules;
  /** Whether a promtool that is missing or cannot be run fails the drill; otherwise its checks are skipped. */
  readonly required: boolean;
}

/**
 * Drill F: feeds the metrics texts of the drills before it to promtool, and looks at when the pack's alerts ring.
 *
 * @param drills the results of the drills before it: the rules that they prove are asked for.
 */
export async function alertDrill(
  drills: readonly DrillResult[],
  { settings, testRules, required }: AlertDrillOptions,
): Promise<DrillResult> {
  const rules = renderPrometheus(settings);
  const wait = durationSeconds(settings.spikeFor);
  const drilled = rulesProvenBy(drills);
  const cases = alertCases(drills);
  const test = promtoolTest(RULES_FILE, SCRAPE_SECONDS, cases, (one) => expectedAlerts(one, wait));
  const files = new Map([
    [RULES_FILE, rules],
    [TEST_FILE, test],
  ]);
  const names = alertPack(settings).map(({ alert }) => alert);
  const probe = silenceTest(RULES_FILE, SCRAPE_SECONDS, names, cases);
  const probed = await asked(testRules(new Map([...files, ["probe.yml", probe]]), "probe.yml"));
  const kept = typeof probed === "string" ? await asked(testRules(files, TEST_FILE)) : probed;
  const checks =
    typeof probed === "string"
      ? checksOf(drilled, firingsOf(probed), cases, wait)
      : checkList(drilled, wait).map(({ rule: _, ...check }) => unjudged(check, probed, required));
  return resultOf(checks, proofOf(drilled, checks, kept, required), drilled, files);
}

// Whatever becomes of promtool, the evidence of the other drills stands.
async function asked(testing: ReturnType<TestRules>): Promise<string | NothingSaid> {
  try {
    return (await testing) ?? { hasRun: false, why: WITHOUT };
  } catch (error) {
    return { hasRun: true, why: `promtool: ${printable(messageOf(error))}` };
  }
}

// A promtool that ran and did not answer may have been kept from it by what the syncer exposes.
function unjudged(
  check: Pick<CheckResult, "label" | "expected">,
  { hasRun, why }: NothingSaid,
  required: boolean,
): CheckResult {
  return { ...check, stage: "exposed", status: hasRun || required ? "failed" : "skipped", actual: why };
}

function ringsAfter(seconds: number): string {
  return `rings ${clock(seconds)} after the scrape that shows it`;
}

function numberWord(count: number): string {
  return ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"][count] ?? String(count);
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// Held against ALERTS, not against texts: what rings is the point, and both majors of Prometheus agree on it.
function expectedAlerts({ rule }: AlertCase, wait: number): object {
  const labels = `ALERTS{alertname="${ALERT}"}`;
  const at = (seconds: number, rings: boolean) => ({
    eval_time: `${seconds}s`,
    expr: `max by (alertname) (${labels.replace("}", ',alertstate="firing"}')})`,
    exp_samples: rings ? [{ labels: `{alertname="${ALERT}"}`, value: 1 }] : [],
  });
  const rung = SHOWN_SECONDS + wait;
  return {
    promql_expr_test: [at(rung - SCRAPE_SECONDS, false), at(rung, rule !== null), at(rung + 2 * wait, false)],
  };
}

function checksOf(
  drilled: readonly MismatchRule[],
  fired: readonly Fired[],
  cases: readonly AlertCase[],
  wait: number,
): CheckResult[] {
  return checkList(drilled, wait).map(({ rule, ...check }) => {
    const name = rule ?? "clean account";
    const isFed = cases.some((one) => one.name === name);
    const actual = isFed
      ? whatRang(
          fired.filter((one) => one.name === name),
          rule,
        )
      : "its drill gave no metrics text";
    return { ...check, stage: "exposed", status: actual === check.expected ? "passed" : "failed", actual };
  });
}

function whatRang(fired: readonly Fired[], rule: MismatchRule | null): string {
  const names = [...new Set(fired.map(({ alert }) => alert))];
  const others = names.filter((alert) => alert !== ALERT);
  if (rule === null || others.length > 0) return names.length === 0 ? SILENT : `rang: ${names.join(", ")}`;
  if (fired.length === 0) return SILENT;
  return ringsAfter(Math.min(...fired.map(({ seconds }) => seconds)) - SHOWN_SECONDS);
}

function checkList(
  drilled: readonly MismatchRule[],
  wait: number,
): { rule: MismatchRule | null; label: string; expected: string }[] {
  return [
    { rule: null, label: "a clean account rings nothing", expected: SILENT },
    ...drilled.map((rule) => ({
      rule,
      label: `${rule} rings ${ALERT} after ${clock(wait)}`,
      expected: ringsAfter(wait),
    })),
  ];
}

function proofOf(
  drilled: readonly MismatchRule[],
  checks: readonly CheckResult[],
  kept: string | NothingSaid,
  required: boolean,
): CheckResult {
  const proves = `silent on a clean account, ringing for each of the ${numberWord(drilled.length)} rules`;
  const check = { label: `${PROVEN}${proves}`, expected: "every check, and the promtool test that is kept" };
  if (typeof kept !== "string") return unjudged(check, kept, required);
  const passed = checks.every(({ status }) => status === "passed");
  const holds = kept.includes("SUCCESS");
  return {
    ...check,
    stage: "exposed",
    status: passed && holds ? "passed" : "failed",
    actual: passed ? (holds ? check.expected : `${TEST_FILE} fails`) : "some check did not hold",
  };
}

function resultOf(
  checks: readonly CheckResult[],
  proof: CheckResult,
  drilled: readonly MismatchRule[],
  files: ReadonlyMap<string, string>,
): DrillResult {
  const rung = drilled.filter((_, at) => checks[at + 1]?.status === "passed");
  const all = [...checks, proof];
  const provenMarker =
    proof.status === "passed" ? `drill_${ID}_PROVEN: ${proof.label.slice(PROVEN.length)}` : null;
  const title = "Alert";
  const injected = "each rule's mismatch into what Prometheus scrapes every 30s";
  const log = [
    `Drill ${ID.toUpperCase()}: ${title}`,
    `injected: ${injected}`,
    "",
    ...all.flatMap(renderCheck),
  ];
  const logText = `${[...log, ...(provenMarker === null ? [] : [provenMarker])].join("\n")}\n`;
  return {
    id: ID,
    title,
    injected,
    caught: rung,
    counted: rung.map(() => "1"),
    checks: all,
    provenMarker,
    metricLines: [],
    files: new Map([[`drill_${ID}_log.txt`, logText], ...files]),
  };
}
