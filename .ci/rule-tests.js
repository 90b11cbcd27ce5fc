// A promtool test of each mismatch rule: the account is clean, then this rule counts its first mismatch at 10:30.
const HEAD = `# Made by \`npm run rules\`, a case for each mismatch rule. The first mismatch is at 10:30: silent at 13:00, firing from
# 13:30, resolved a quarter of an hour after 15:30.
rule_files:
  - ../account-sync.rules.yml
evaluation_interval: 30s
tests:
`;

const FIRED = (rule) => `        exp_alerts:
          - exp_labels:
              severity: warning
              category: correctness
              component: account
            exp_annotations:
              summary: 'The account and the exchange disagree'
              description: 'Mismatches in the last 20m: ${rule} on syncer:9464 (about 1); the last one at 1970-01-01 00:10:25 +0000 UTC.'
              runbook_url: https://github.com/grinder/account-sync-drill/blob/main/docs/runbooks/AccountSyncMismatchSpike.md
`;
const SILENT = "        exp_alerts: []\n";

/** The text of `rules/tests/mismatch-rules.test.yml`. */
export function renderRuleTests(rules) {
  return HEAD + rules.map((rule) => caseOf(rule, rules)).join("");
}

function caseOf(rule, rules) {
  const series = rules.flatMap((one) => [
    seriesOf("mismatches_total", one, one === rule ? "0x20 1x60" : "0x80"),
    seriesOf("last_mismatch_timestamp_seconds", one, one === rule ? "0x20 625x60" : "0x80"),
  ]);
  const expected = [
    at("13m", "AccountSyncMismatchSpike", SILENT),
    at("13m30s", "AccountSyncMismatchSpike", FIRED(rule)),
    at("14m30s", "AccountSyncMismatchSpike", FIRED(rule)),
    at("31m", "AccountSyncMismatchSpike", SILENT),
    at("14m30s", "AccountSyncMismatchMissed", SILENT),
    at("25m", "AccountSyncMismatchMissed", SILENT),
  ];
  return `  - name: ${rule}
    interval: 30s
    input_series:
${series.join("")}    alert_rule_test:
${expected.join("")}`;
}

function seriesOf(name, rule, values) {
  const labels = `instance="syncer:9464",job="account-sync",rule="${rule}"`;
  return `      - series: 'grinder_account_sync_${name}{${labels}}'\n        values: '${values}'\n`;
}

function at(time, alert, expected) {
  return `      - eval_time: ${time}\n        alertname: ${alert}\n${expected}`;
}
