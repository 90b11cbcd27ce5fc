import { labelsOf, queryOf, runbookUrl } from "./alert-parts.js";
import type { AlertRule } from "./alert-rule.js";
import { durationSeconds } from "./duration.js";
import type { PackSettings } from "./pack-settings.js";

const SPIKE = "AccountSyncMismatchSpike";
const MISSED = "AccountSyncMismatchMissed";

/** The seed's alert (contract, section 9). Its sum() drops the rule, so the text asks for it again. */
export function mismatchSpike(settings: PackSettings): AlertRule {
  const { prefix, spikeAbove, spikeWindow, spikeFor } = settings;
  const increase = `increase(${prefix}_mismatches_total{rule!="none"}[${spikeWindow}])`;
  const byRule = queryOf(`sum by (instance, rule) (${increase}) > 0`);
  const last = queryOf(`max(${prefix}_last_mismatch_timestamp_seconds) > 0`);
  return {
    alert: SPIKE,
    expr: `sum(${increase}) > ${spikeAbove}`,
    for: spikeFor,
    labels: labelsOf("correctness", settings),
    annotations: {
      summary: "The account and the exchange disagree",
      description:
        `Mismatches in the last ${spikeWindow}:` +
        `{{ range ${byRule} | sortByLabel "rule" }} {{ .Labels.rule }} on {{ .Labels.instance }}` +
        ` (about {{ .Value | printf "%.0f" }});{{ end }}` +
        ` the last one at {{ with ${last} }}{{ . | first | value | humanizeTimestamp }}` +
        "{{ else }}a time that is no longer exposed{{ end }}.",
      runbook_url: runbookUrl(SPIKE, settings),
    },
  };
}

/**
 * Rings for a mismatch that Spike did not ring for: the last mismatch is younger than the window, and Spike has not
 * fired since. It does not need two samples around the mismatch, as increase() does.
 */
export function mismatchMissed(settings: PackSettings): AlertRule {
  const { prefix, missedWindow, missedFor, labels } = settings;
  const own = Object.entries(labels).map(([name, value]) => `,${name}=${JSON.stringify(value)}`);
  const spikeFires = `ALERTS{alertname="${SPIKE}",alertstate="firing"${own.join("")}}`;
  return {
    alert: MISSED,
    expr: [
      `max by (instance, rule) (max_over_time(${prefix}_last_mismatch_timestamp_seconds[${missedWindow}]) > 0)`,
      "> on () group_left ()",
      `max(max_over_time(timestamp(${spikeFires})[${missedWindow}:15s]) or vector(time() - ${durationSeconds(missedWindow)}))`,
    ].join("\n"),
    for: missedFor,
    labels: labelsOf("correctness", settings),
    annotations: {
      summary: `The account and the exchange disagree: {{ $labels.rule }} on {{ $labels.instance }}`,
      description:
        "{{ $labels.rule }} on {{ $labels.instance }}, last at {{ $value | humanizeTimestamp }}." +
        ` ${SPIKE} did not ring for it: a first scrape after a start, a gap between scrapes or slow scrapes hide` +
        " an increase.",
      runbook_url: runbookUrl(MISSED, settings),
    },
  };
}
