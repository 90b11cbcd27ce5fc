import { labelsWhenFiring } from "./alert-labels.js";
import { wasRead } from "../http/answer.js";
import type { ExpectedAlert, ExpectedPack } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Outgoing, outgoingLabels } from "./outgoing-labels.js";
import type { PrometheusConfiguration } from "./prometheus-configuration.js";

/** An alert of the pack, as it leaves a Prometheus. */
export interface SentAlert {
  readonly alert: ExpectedAlert;
  readonly outgoing: Outgoing;
}

/**
 * Every alert of the pack as this Prometheus would send it.
 *
 * @param configuration null where it could not be seen: then as if it had neither external labels nor relabelling.
 */
export function sentAlerts(seen: PrometheusSeen, pack: ExpectedPack, configuration: PrometheusConfiguration | null): SentAlert[] {
  const series = wasRead(seen.series) ? seen.series.value : [];
  const counted = series.filter(({ labels }) => labels.rule !== undefined);
  return pack.alerts.map((alert) => {
    const labels = labelsWhenFiring(alert, counted.length > 0 ? counted : series);
    return { alert, outgoing: configuration === null ? { labels } : outgoingLabels(labels, configuration) };
  });
}
