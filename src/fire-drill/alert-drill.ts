import { asListed, type ExpectedFailures } from "../drill/expected-failures.js";
import type { Names } from "../drill/names.js";
import type { CheckResult, DrillResult } from "../drill/results.js";
import { messageOf } from "../errors.js";
import { pagingAlerts } from "../rules/alert-pack.js";
import { durationSeconds } from "../rules/duration.js";
import type { PackSettings } from "../rules/pack-settings.js";
import type { NothingSaid, TestRules } from "../rules/promtool.js";
import { type Fired, firingsOf, promtoolTest, silenceTest } from "../rules/promtool-test.js";
import { renderPrometheus } from "../rules/render-pack.js";
import type { MismatchRule } from "../syncer/mismatch-rules.js";
import { printable } from "../syncer/printable.js";
import {
  type AlertCase,
  alertCases,
  CLEAN_ACCOUNT,
  type MissedCase,
  missedCases,
  rulesProvenBy,
  SCRAPE_SECONDS,
  SHOWN_SECONDS,
} from "./alert-cases.js";
import { ALERT_DRILL, alertResult, provesOf, TEST_FILE, unjudged } from "./alert-result.js";
import { expectedMissed, MISSED_LABEL, missedCheck, missedExpectation } from "./missed-check.js";

const RULES_FILE = `drill_${ALERT_DRILL}_rules.yml`;
const ALERT = "AccountSyncMismatchSpike";
const SILENT = "no alert rings";
const WITHOUT = "promtool is not on the PATH; the Debian package prometheus brings it";

/** What drill F is made of. */
export interface AlertDrillOptions {
  readonly settings: PackSettings;
  readonly testRules: TestRules;
  /** Whether a promtool that is missing or cannot be run fails the drill; otherwise its checks are skipped. */
  readonly required: boolean;
  /** Checks that may fail. */
  readonly listed?: ExpectedFailures | undefined;
  /** How the syncer calls the rules. */
  readonly names?: Names | undefined;
}

/**
 * Drill F: feeds the metrics texts of the drills before it to promtool, and looks at when the pack's alerts ring.
 *
 * @param drills the results of the drills before it: the rules that they prove are asked for.
 */
export async function alertDrill(
  drills: readonly DrillResult[],
  { settings, testRules, required, listed = new Set(), names: called }: AlertDrillOptions,
): Promise<DrillResult> {
  const rules = renderPrometheus(settings);
  const wait = durationSeconds(settings.spikeFor);
  const drilled = rulesProvenBy(drills.filter(wasAsked));
  const cases = alertCases(drills, called);
  const missed = missedCases(drills, called);
  const test = promtoolTest(RULES_FILE, SCRAPE_SECONDS, [...cases, ...missed], (one) =>
    isMissed(one) ? expectedMissed(one) : expectedAlerts(one, settings),
  );
  const files = new Map([
    [RULES_FILE, rules],
    [TEST_FILE, test],
  ]);
  const names = pagingAlerts(settings).map(({ alert }) => alert);
  const probe = silenceTest(RULES_FILE, SCRAPE_SECONDS, names, [...cases, ...missed]);
  const probed = await asked(testRules(new Map([...files, ["probe.yml", probe]]), "probe.yml"));
  const kept = typeof probed === "string" ? await asked(testRules(files, TEST_FILE)) : probed;
  const fired = typeof probed === "string" ? firingsOf(probed) : [];
  const checks =
    typeof probed === "string"
      ? [
          ...checksOf(drilled, fired, cases, wait),
          missedCheck(drilled, missed, fired, drills, settings.prefix),
        ]
      : allChecks(drilled, wait).map((check) => unjudged(check, probed, required));
  const judged = checks.map((check) => asListed(check, ALERT_DRILL, listed));
  return alertResult(drilled, judged, { kept, required }, files);
}

// A drill that the syncer does not take has nothing to ring for.
function wasAsked({ checks }: DrillResult): boolean {
  return checks.some(({ status }) => status !== "skipped");
}

// Whatever becomes of promtool, the evidence of the other drills stands.
async function asked(testing: ReturnType<TestRules>): Promise<string | NothingSaid> {
  try {
    return (await testing) ?? { hasRun: false, why: WITHOUT };
  } catch (error) {
    return { hasRun: true, why: `promtool: ${printable(messageOf(error))}` };
  }
}

/** The labels of all its checks, where a run proves these rules. */
export function alertCheckLabels(drilled: readonly MismatchRule[], { spikeFor }: PackSettings): string[] {
  const labels = allChecks(drilled, durationSeconds(spikeFor)).map(({ label }) => label);
  return [...labels, `proven: ${provesOf(drilled)}`];
}

function allChecks(
  drilled: readonly MismatchRule[],
  wait: number,
): Pick<CheckResult, "label" | "expected">[] {
  const missed = { label: MISSED_LABEL, expected: missedExpectation(drilled) };
  return [...checkList(drilled, wait).map(({ label, expected }) => ({ label, expected })), missed];
}

function isMissed(one: AlertCase | MissedCase): one is MissedCase {
  return one.name !== (one.rule ?? CLEAN_ACCOUNT);
}

function ringsAfter(seconds: number): string {
  return `rings ${clock(seconds)} after the scrape that shows it`;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// Held against ALERTS, not against texts: what rings is the point, and both majors of Prometheus agree on it.
function expectedAlerts({ rule }: AlertCase, settings: PackSettings): object {
  const wait = durationSeconds(settings.spikeFor);
  const window = durationSeconds(settings.spikeWindow);
  const over = SHOWN_SECONDS + window + durationSeconds(settings.spikeKeepFiringFor) + SCRAPE_SECONDS;
  const labels = `ALERTS{alertname="${ALERT}"}`;
  const at = (seconds: number, rings: boolean) => ({
    eval_time: `${seconds}s`,
    expr: `max by (alertname) (${labels.replace("}", ',alertstate="firing"}')})`,
    exp_samples: rings ? [{ labels: `{alertname="${ALERT}"}`, value: 1 }] : [],
  });
  const rung = SHOWN_SECONDS + wait;
  return {
    promql_expr_test: [at(rung - SCRAPE_SECONDS, false), at(rung, rule !== null), at(over, false)],
  };
}

function checksOf(
  drilled: readonly MismatchRule[],
  fired: readonly Fired[],
  cases: readonly AlertCase[],
  wait: number,
): CheckResult[] {
  return checkList(drilled, wait).map(({ rule, ...check }) => {
    const name = rule ?? CLEAN_ACCOUNT;
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
