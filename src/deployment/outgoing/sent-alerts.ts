import { wasRead } from "../http/answer.js";
import type { ExpectedAlert, ExpectedPack } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Arrival, arrivingLabels } from "../routing/arrival/arriving-labels.js";
import { labelsWhenFiring } from "./alert-labels.js";
import type { PrometheusConfiguration } from "./prometheus-configuration.js";

/** An alert of the pack, as it arrives at an Alertmanager of a Prometheus. */
export interface SentAlert {
  readonly alert: ExpectedAlert;
  readonly arrival: Arrival;
}

/**
 * Every alert of the pack as this Prometheus would send it, to the Alertmanagers of each entry of its configuration.
 *
 * @param configuration null where it could not be seen: then as if it had neither external labels nor relabelling.
 */
export function sentAlerts(
  seen: PrometheusSeen,
  pack: ExpectedPack,
  configuration: PrometheusConfiguration | null,
): SentAlert[] {
  const series = wasRead(seen.series) ? seen.series.value : [];
  const counted = series.filter(({ labels }) => labels.rule !== undefined);
  return pack.alerts.flatMap((alert) => {
    const labels = labelsWhenFiring(alert, counted.length > 0 ? counted : series);
    if (configuration === null) return [{ alert, arrival: { kind: "arrives" as const, labels } }];
    const { alerting } = configuration;
    const entries = Math.max(alerting.ofEachEntry.length, 1);
    return Array.from({ length: entries }, (_, entry) => ({
      alert,
      arrival: arrivingLabels(alerting, labels, entry),
    }));
  });
}
