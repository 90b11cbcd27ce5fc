import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { alertPack } from "../../src/rules/alert-pack.js";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { parseSettings } from "../../src/rules/parse-settings.js";
import { promtoolTest } from "../../src/rules/promtool-test.js";
import { renderPrometheus } from "../../src/rules/render-pack.js";
import { CHECKOUT } from "../support/documents.js";
import { healthyWeek, SCRAPE_SECONDS, WEEK_SECONDS } from "../support/healthy-week.js";
import { onEachPromtool, onMissing } from "../support/promtool.js";
import { committedPack, RULES_FILE } from "../support/rule-pack.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const PACK = committedPack();
const TESTS = [...PACK.tests.keys()];
const MISMATCH_AT = WEEK_SECONDS / SCRAPE_SECONDS - 30;
/** Often enough for every \`for\`; a week of evaluations takes long. */
const EVALUATION_SECONDS = 120;
const WEEK = {
  name: "a week",
  scrapeSeconds: SCRAPE_SECONDS,
  series: healthyWeek({ mismatchAt: MISMATCH_AT }),
  probes: [],
};
/** Each setting with another value than the default, and what may stand in a label. */
const CHANGED = [
  "prefix=acme_sync",
  "severity=critical",
  "runbook-base-url=https://wiki.example/runbooks?a=1&b=#c",
  "spike-above=2.5",
  "spike-window=10m",
  "spike-for=4m",
  "spike-keep-firing-for=20m",
  "spike-by=account,instance",
  "missed-window=1h",
  "missed-for=6m",
  "missed-keep-firing-for=7m",
  "stale-after=60",
  "stale-for=90s",
  "data-stale-after=3600",
  "data-stale-for=1d",
  "errors-above=3",
  "errors-window=15m",
  "errors-for=10m",
  "absent-for=30s",
  "absent-memory=2d",
  "never-completed-for=15m",
  "series-absent-for=15m",
  "crash-loop-restarts=3",
  "crash-loop-window=1h",
  "crash-loop-keep-firing-for=1h",
  "keep-firing-for=10m",
  "drill-overdue-after=8d",
  "kubernetes-namespace=trading",
  "label.team=desk: A, {B} $C #d",
];

/** A copy of the rules and their tests, with other rules. */
function packWith(rules: string): string {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, "tests"));
  cpSync(join(CHECKOUT, "rules/tests"), join(directory, "tests"), { recursive: true });
  writeFileSync(join(directory, "account-sync.rules.yml"), rules);
  return directory;
}

describe("a promtool that is missing", () => {
  it.each([
    { name: "promtool", ci: "true", outcome: "fail" },
    { name: "promtool", ci: undefined, outcome: "leave out" },
    { name: "promtool", ci: "", outcome: "leave out" },
    { name: "promtool-3", ci: "true", outcome: "leave out" },
  ])("$name with CI=$ci: $outcome", ({ name, ci, outcome }) => {
    expect(onMissing(name, ci)).toBe(outcome);
  });
});

onEachPromtool((promtool) => {
  it("takes the rules", () => {
    const { exitCode, output } = promtool.run("check", "rules", "--lint=all", join(CHECKOUT, RULES_FILE));
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(`${alertPack(DEFAULT_SETTINGS).length} rules found`),
    });
  });

  it("takes the rules with every setting changed", () => {
    const settings = parseSettings(CHANGED);
    const file = join(temporaryDirectory(), "changed.rules.yml");
    writeFileSync(file, renderPrometheus(settings));
    const { exitCode, output } = promtool.run("check", "rules", "--lint=all", file);
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(`${alertPack(settings).length} rules found`),
    });
  });

  it.each(TESTS)("finds each alert silent, firing and resolved as it should be: %s", (name) => {
    const { exitCode, output } = promtool.run("test", "rules", join(CHECKOUT, "rules/tests", name));
    expect({ exitCode, output }).toEqual({ exitCode: 0, output });
  });

  it.each([
    { mistake: "a threshold", noticedBy: "stale", part: "_seconds > 120", place: "_seconds > 180" },
    {
      mistake: "a threshold of the mismatches",
      noticedBy: "mismatch-rules",
      part: "[5m])) > 0'\n        for: 3m",
      place: "[5m])) > 5'\n        for: 3m",
    },
    { mistake: "a `for`", noticedBy: "mismatch-rules", part: "for: 3m", place: "for: 2m" },
    { mistake: "a window", noticedBy: "mismatch-missed", part: "time() - 900", place: "time() - 600" },
    { mistake: "a wait", noticedBy: "mismatch-missed", part: "offset 240s", place: "offset 300s" },
    {
      mistake: "what Spike names",
      noticedBy: "mismatch-missed",
      part: "and vector(1)",
      place: "or vector(1)",
    },
    {
      mistake: "how long it rings on",
      noticedBy: "mismatch-spike",
      part: "keep_firing_for: 15m",
      place: "keep_firing_for: 5m",
    },
    {
      mistake: "a regular expression that is none",
      noticedBy: "mismatch-rules",
      part: '{rule!="none"}',
      place: '{rule!~"("}',
    },
    {
      mistake: "a template that cannot be run",
      noticedBy: "stale",
      part: "humanizeDuration",
      place: "humaniseDuration",
    },
    { mistake: "an annotation", noticedBy: "errors", part: "The account cannot be fetched", place: "Errors" },
    {
      mistake: "a label",
      noticedBy: "errors",
      part: "category: availability",
      place: "category: correctness",
    },
  ])("finds a mistake in a copy by the tests of $noticedBy: $mistake", ({ noticedBy, part, place }) => {
    expect(PACK.rules).toContain(part);
    const directory = packWith(PACK.rules.replaceAll(part, place));
    const { exitCode } = promtool.run("test", "rules", join(directory, "tests", `${noticedBy}.test.yml`));
    expect(exitCode).not.toBe(0);
  });

  if (!promtool.isFirst) return;
  it("sees no alert in a healthy week with a restart, a scrape gap, a failed fetch and a new target, then one mismatch", () => {
    const file = join(temporaryDirectory(), "week.test.yml");
    writeFileSync(file, promtoolTest(join(CHECKOUT, RULES_FILE), EVALUATION_SECONDS, [WEEK], firedInTheWeek));
    const { exitCode, output } = promtool.run("test", "rules", file);
    expect({ exitCode, output }).toEqual({ exitCode: 0, output });
  });
});

/** What has fired at any moment until the mismatch, and what has fired in the whole week. */
function firedInTheWeek() {
  const pages = 'ALERTS{alertstate="firing",component="account"}';
  const expr = `count by (alertname) (count_over_time(${pages}[8d]))`;
  const spike = { labels: '{alertname="AccountSyncMismatchSpike"}', value: 1 };
  return {
    promql_expr_test: [
      { expr, eval_time: `${MISMATCH_AT * SCRAPE_SECONDS}s`, exp_samples: [] },
      { expr, eval_time: `${WEEK_SECONDS}s`, exp_samples: [spike] },
    ],
  };
}
