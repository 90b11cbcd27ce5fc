import type { CheckResult, DrillResult } from "../drill/results.js";
import type { Fired } from "../rules/promtool-test.js";
import { LAST_MISMATCH_METRIC } from "../syncer/metric-contract.js";
import type { MismatchRule } from "../syncer/mismatch-rules.js";
import { type MissedCase, SCRAPE_SECONDS } from "./alert-cases.js";

const ALERT = "AccountSyncMismatchMissed";
const WINDOW = "30m";

/** What drill F asks of the alert that rings where no counter was seen to move. */
export const MISSED_LABEL = `a mismatch before the first scrape rings ${ALERT}`;

/** The check of it: each rule that was fed rang it, in any of the readings. */
export function missedCheck(
  drilled: readonly MismatchRule[],
  cases: readonly MissedCase[],
  fired: readonly Fired[],
  drills: readonly DrillResult[],
  prefix: string,
): CheckResult {
  const rang = ({ name }: MissedCase) => fired.some((one) => one.alert === ALERT && one.name === name);
  const silent = drilled.filter((rule) => !cases.some((one) => one.rule === rule && rang(one)));
  const expected = missedExpectation(drilled);
  const common = { label: MISSED_LABEL, stage: "exposed", expected } as const;
  if (silent.length === 0) return { ...common, status: "passed", actual: expected };
  const metric = `${prefix}_${LAST_MISMATCH_METRIC.name}`;
  const isExposed = drills.some(({ files }) =>
    [...files].some(([name, text]) => name.endsWith("_metrics.txt") && text.includes(`\n${metric}{`)),
  );
  const actual = `silent for ${silent.join(", ")}`;
  if (isExposed) return { ...common, status: "failed", actual };
  const there = "no series at all of the gauge that it rings by";
  return {
    ...common,
    status: "failed",
    actual: `${actual}: ${metric} is absent`,
    deviations: [{ kind: "absent", metric, series: `${metric}{rule=`, there }],
  };
}

/** What the check expects. */
export function missedExpectation(drilled: readonly MismatchRule[]): string {
  return `rings for ${drilled.join(", ")}`;
}

/** The same, for the promtool test that is kept: that it rang at some time by the last reading. */
export function expectedMissed({ probes }: MissedCase): object {
  const series = `ALERTS{alertname="${ALERT}",alertstate="firing"}`;
  return {
    promql_expr_test: [
      {
        eval_time: `${(probes.at(-1) ?? 0) - SCRAPE_SECONDS}s`,
        expr: `max by (alertname) (max_over_time(${series}[${WINDOW}]))`,
        exp_samples: [{ labels: `{alertname="${ALERT}"}`, value: 1 }],
      },
    ],
  };
}
