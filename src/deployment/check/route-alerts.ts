import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { wasRead } from "../http/answer.js";
import { configurationOf } from "../outgoing/prometheus-configuration.js";
import { sentAlerts } from "../outgoing/sent-alerts.js";
import type { ExpectedPack } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import type { AlertmanagerConfiguration } from "../routing/configuration/configuration.js";
import { readAlertmanagerConfiguration } from "../routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../routing/judge.js";
import { momentOf } from "./moment.js";
import type { RoutedAlert } from "./routed-alert.js";

/** An Alertmanager's configuration; null where its text cannot be read as one. */
export function alertmanagerConfiguration({ status }: AlertmanagerSeen): AlertmanagerConfiguration | null {
  if (!wasRead(status)) return null;
  try {
    return readAlertmanagerConfiguration(status.value.config, status.value.version);
  } catch {
    return null;
  }
}

/** What an Alertmanager would do now with each alert that any of these Prometheus servers may send it. */
export function routeAlerts(
  one: AlertmanagerSeen,
  configuration: AlertmanagerConfiguration,
  { seen, pack }: { readonly seen: readonly PrometheusSeen[]; readonly pack: ExpectedPack },
  clock: () => number,
): RoutedAlert[] {
  const moment = momentOf(one, clock());
  const routed = seen.flatMap((prometheus) =>
    sentAlerts(prometheus, pack, configurationOf(prometheus)).flatMap(({ alert, arrival }) =>
      arrival.kind === "arrives"
        ? [{ alert, labels: arrival.labels, judgement: judge(configuration, arrival.labels, moment) }]
        : [],
    ),
  );
  // Replicas of one Prometheus send the same labels.
  return [
    ...new Map(routed.map((alert) => [JSON.stringify(Object.entries(alert.labels).sort()), alert])).values(),
  ];
}
