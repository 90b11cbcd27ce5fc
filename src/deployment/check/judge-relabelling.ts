import type { PrometheusConfiguration } from "../outgoing/prometheus-configuration.js";
import { sentAlerts } from "../outgoing/sent-alerts.js";
import type { ExpectedPack } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Check, checksIn, few } from "./check.js";

const { passed, failed, skipped } = checksIn("sent");

/** Whether every alert leaves Prometheus: alert_relabel_configs may drop it on the way. */
export function judgeRelabelling(
  seen: PrometheusSeen,
  pack: ExpectedPack,
  configuration: PrometheusConfiguration | null,
): Check[] {
  if (configuration === null)
    return [
      skipped(
        "relabelled",
        "cannot see external_labels and alert_relabel_configs: routes are judged without",
      ),
    ];
  const sent = sentAlerts(seen, pack, configuration);
  const dropped = new Map<string, string[]>();
  for (const { alert, arrival } of sent) {
    if (arrival.kind === "dropped") dropped.set(arrival.by, [...(dropped.get(arrival.by) ?? []), alert.name]);
  }
  const unclear = sent.flatMap(({ arrival }) => (arrival.kind === "cannot tell" ? [arrival.why] : []));
  if (dropped.size > 0) {
    return [...dropped].map(([step, names]) => {
      const who = names.length === sent.length ? "all alerts of the pack" : few(names, 12);
      return failed(
        "relabelled",
        `Prometheus drops ${who} on the way to Alertmanager`,
        [`${step} drops it`],
        "correct alerting.alert_relabel_configs",
      );
    });
  }
  if (unclear.length > 0)
    return [
      skipped(
        "relabelled",
        "cannot tell with which labels alerts are sent",
        [...new Set(unclear)].slice(0, 3),
      ),
    ];
  return [passed("relabelled", "no alert dropped on the way")];
}
