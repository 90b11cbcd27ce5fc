import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseSettings } from "../../src/rules/parse-settings.js";
import { promtoolTest } from "../../src/rules/promtool-test.js";
import { renderPrometheus } from "../../src/rules/render-pack.js";
import { onEachPromtool } from "../support/promtool.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const OVERDUE_SECONDS = 7200;

onEachPromtool((promtool) => {
  it.each([
    { name: "the last one is old", series: [0, 0], rings: true },
    { name: "there was none", series: [null, null], rings: true },
    { name: "one has just succeeded", series: [0, OVERDUE_SECONDS + 3600], rings: false },
  ])("rings for a fire drill that is overdue, only where it is asked for: $name", ({ series, rings }) => {
    const directory = temporaryDirectory();
    const name = 'account_sync_drill_last_success_timestamp_seconds{command="ring",instance="node:9100"}';
    const [first = null, second = null] = series;
    const half = (OVERDUE_SECONDS + 3600) / 60;
    const values = Array.from({ length: 2 * half }, (_, at) => (at < half ? first : second));
    const overdue = { name: "drills", scrapeSeconds: 60, series: [{ series: name, values }], probes: [] };
    const expr = 'count(ALERTS{alertname="AccountSyncDrillOverdue",alertstate="firing"})';
    const at = (seconds: number, isFiring: boolean) => ({
      eval_time: `${seconds}s`,
      expr,
      exp_samples: isFiring ? [{ labels: "{}", value: 1 }] : [],
    });
    for (const asked of [true, false]) {
      const rules = renderPrometheus(parseSettings(asked ? [`drill-overdue-after=${OVERDUE_SECONDS}s`] : []));
      writeFileSync(join(directory, "rules.yml"), rules);
      const test = promtoolTest("rules.yml", 60, [overdue], () => ({
        promql_expr_test: [at(3540, false), at(OVERDUE_SECONDS + 3600 + 3540, asked && rings)],
      }));
      writeFileSync(join(directory, "overdue.test.yml"), test);
      const { exitCode, output } = promtool.run("test", "rules", join(directory, "overdue.test.yml"));
      expect({ exitCode, output }).toEqual({ exitCode: 0, output });
    }
  });
});
