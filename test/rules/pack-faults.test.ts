import { describe, expect, it } from "vitest";
import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import { exposedMetrics } from "../support/exposed-metrics.js";
import { packFaults } from "../support/pack-faults.js";
import { committedPack, type PackFiles } from "../support/rule-pack.js";

const EXPOSED = await exposedMetrics();
const PACK = committedPack();

/** The rule file, and the manifest with it, where `part` stands in `place`; throws where it does not stand there. */
function inRules(part: string, place: string): Partial<PackFiles> {
  return { rules: replaced(PACK.rules, part, place), kubernetes: replaced(PACK.kubernetes, part, place) };
}

function replaced(text: string, part: string, place: string): string {
  if (!text.includes(part)) throw new Error(`nowhere: ${part}`);
  return text.replaceAll(part, place);
}

function without(files: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  if (!files.has(name)) throw new Error(`no file ${name}`);
  return new Map([...files].filter(([other]) => other !== name));
}

function withText(
  files: ReadonlyMap<string, string>,
  name: string,
  change: (text: string) => string,
): ReadonlyMap<string, string> {
  const text = files.get(name);
  if (text === undefined || change(text) === text) throw new Error(`nothing changes in ${name}`);
  return new Map([...files, [name, change(text)]]);
}

const HEARTBEAT =
  "count(grinder_account_sync_age_seconds <= 120 and grinder_account_sync_last_wall_ts > 0) > 0";

const MISTAKES: readonly { mistake: string; files: Partial<PackFiles>; fault: string }[] = [
  {
    mistake: "the YAML is broken",
    files: { rules: replaced(PACK.rules, "    rules:", "   rules:\n  :") },
    fault: "yaml:",
  },
  { mistake: "a parenthesis is missing", files: inRules("[5m])) > 0'", "[5m]) > 0'"), fault: "syntax:" },
  {
    mistake: "a function is misspelled",
    files: inRules("max_over_time(grinder", "max_overtime(grinder"),
    fault: "type:",
  },
  {
    mistake: "a rate without a range",
    files: inRules('errors_total{reason!="none"}[5m]', 'errors_total{reason!="none"}'),
    fault: "type:",
  },
  {
    mistake: "a range vector is the root",
    files: inRules(HEARTBEAT, "grinder_account_sync_last_wall_ts[5m]"),
    fault: "not an instant vector",
  },
  {
    mistake: "a scalar is the root",
    files: inRules(HEARTBEAT, "time()"),
    fault: "not an instant vector",
  },
  { mistake: "the comparison is gone", files: inRules("[5m])) > 0'", "[5m]))'"), fault: "condition:" },
  {
    mistake: "bool makes it always true",
    files: inRules("_seconds > 120", "_seconds > bool 120"),
    fault: "condition:",
  },
  {
    mistake: "a metric is misspelled",
    files: inRules("sync_mismatches_total", "sync_mismatch_total"),
    fault: "metric:",
  },
  {
    mistake: "a label is misspelled",
    files: inRules('{rule!="none"}', '{rules!="none"}'),
    fault: "label: grinder",
  },
  {
    mistake: "a label is another metric's",
    files: inRules('{reason!="none"}', '{rule!="none"}'),
    fault: "label: grinder",
  },
  {
    mistake: "a value that no rule has",
    files: inRules('{rule!="none"}', '{rule="orphan"}'),
    fault: "value:",
  },
  {
    mistake: "a real rule is left out",
    files: inRules('{rule!="none"}', '{rule!="orphan_order"}'),
    fault: "value:",
  },
  {
    mistake: "it groups by what is not there",
    files: inRules("max by (account, instance, rule)", "max by (account, instance, reason)"),
    fault: "label: nothing here",
  },
  {
    mistake: "the window is shortened",
    files: inRules(
      '_mismatches_total{rule!="none"}[5m])) > 0\'',
      '_mismatches_total{rule!="none"}[3m])) > 0\'',
    ),
    fault: "room:",
  },
  { mistake: "`for` eats the window", files: inRules("for: 3m", "for: 5m"), fault: "room:" },
  { mistake: "`for` is gone", files: inRules("for: 2m", "for: ''"), fault: "for: missing" },
  {
    mistake: "an alert that has to wait does not",
    files: inRules("for: 2m", "for: 0s"),
    fault: "for: 0s",
  },
  {
    mistake: "an alert that ends before a slow route tells of it",
    files: inRules("keep_firing_for: 6m", "keep_firing_for: 4m"),
    fault: "keep_firing_for: 4m",
  },
  {
    mistake: "an alert that ends with its condition",
    files: inRules("keep_firing_for: 15m", "keep_firing_for: ''"),
    fault: "keep_firing_for: missing",
  },
  {
    mistake: "the heartbeat goes where the pages go",
    files: inRules("component: account-heartbeat", "component: account"),
    fault: "label: component is account",
  },
  {
    mistake: "an alert is renamed",
    files: inRules("AccountSyncDataStale", "AccountSyncDataOld"),
    fault: "tests: AccountSyncDataStale is no alert",
  },
  {
    mistake: "Missed looks at an alert that is not there",
    files: inRules('alertname="AccountSyncMismatchSpike"', 'alertname="AccountSyncMismatchSpikes"'),
    fault: "value: ALERTS",
  },
  {
    mistake: "a severity of one's own",
    files: inRules("severity: warning", "severity: urgent"),
    fault: "label: severity is urgent",
  },
  {
    mistake: "the category is missing",
    files: inRules("category: availability", "categories: availability"),
    fault: "label: category is missing",
  },
  {
    mistake: "a summary is empty",
    files: inRules("summary: The account cannot be fetched", "summary: ''"),
    fault: "annotation: summary is missing",
  },
  {
    mistake: "the runbook's address is missing",
    files: inRules("runbook_url:", "runbook:"),
    fault: "annotation: runbook_url is missing",
  },
  {
    mistake: "the runbook's address is another's",
    files: inRules("runbooks/AccountSyncStale.md", "runbooks/AccountSyncErrors.md"),
    fault: "runbook: the address",
  },
  {
    mistake: "a runbook page is missing",
    files: { runbooks: without(PACK.runbooks, "AccountSyncErrors.md") },
    fault: "runbook: it has no page",
  },
  {
    mistake: "a runbook page has no Resolution",
    files: {
      runbooks: withText(PACK.runbooks, "AccountSyncStale.md", (text) =>
        text.replace("## Resolution", "## Else"),
      ),
    },
    fault: "runbook: its page has no Resolution",
  },
  {
    mistake: "a text names a label that sum() dropped",
    files: inRules("summary: The account cannot be fetched", "summary: '{{ $labels.reason }}'"),
    fault: "template: reason is no label",
  },
  {
    mistake: "a text's own query is broken",
    files: inRules("sum by (account, instance, rule) (increase", "sum by (account, instance, rule) (increas"),
    fault: "template: type:",
  },
  {
    mistake: "a test is deleted",
    files: { tests: without(PACK.tests, "stale.test.yml") },
    fault: "tests: none sees AccountSyncStale fire",
  },
  {
    mistake: "a test misspells the alert",
    files: {
      tests: withText(PACK.tests, "errors.test.yml", (text) =>
        text.replaceAll("alertname: AccountSyncErrors", "alertname: AccountSyncError"),
      ),
    },
    fault: "tests: AccountSyncError is no alert",
  },
  {
    mistake: "a test expects nothing any more",
    files: {
      tests: withText(PACK.tests, "stale.test.yml", (text) =>
        text.replace(/exp_alerts:\n( {10}.*\n)+/, "exp_alerts: []\n"),
      ),
    },
    fault: "tests: none sees AccountSyncStale fire",
  },
  {
    mistake: "the manifest lags behind",
    files: { kubernetes: replaced(PACK.kubernetes, "> 120", "> 180") },
    fault: "kubernetes:",
  },
  {
    mistake: "the header forgets an alert",
    files: {
      rules: replaced(PACK.rules, "AccountSyncCrashLoop, AccountSyncTargetAbsent", "AccountSyncCrashLoop"),
    },
    fault: "header:",
  },
  {
    mistake: "a panel's query is broken",
    files: { dashboard: replaced(PACK.dashboard, "max(grinder", "max(grindr") },
    fault: "dashboard: metric:",
  },
];

describe("the committed pack", () => {
  it("has no fault", () => {
    expect(packFaults(PACK, EXPOSED)).toEqual([]);
  });

  it.each(MISMATCH_RULES)("can see %s from the first scrape on", (rule) => {
    for (const name of ["mismatches_total", "last_mismatch_timestamp_seconds"]) {
      expect(EXPOSED.get(`grinder_account_sync_${name}`)?.get("rule")).toContain(rule);
    }
  });

  it.each(FETCH_ERROR_REASONS)("can see %s from the first scrape on", (reason) => {
    expect(EXPOSED.get("grinder_account_sync_errors_total")?.get("reason")).toContain(reason);
  });
});

describe("a mistake in a copy of the pack is found", () => {
  it.each(MISTAKES)("$mistake", ({ files, fault }) => {
    expect(packFaults({ ...PACK, ...files }, EXPOSED).join("\n")).toContain(fault);
  });
});
