import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { momentOf } from "../check/moment.js";
import { alertmanagerConfiguration } from "../check/route-alerts.js";
import { openPaths } from "../check/routed-alert.js";
import { configurationOf } from "../outgoing/prometheus-configuration.js";
import { sentAlerts } from "../outgoing/sent-alerts.js";
import { type ExpectedPack, SPIKE } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import type { AlertmanagerConfiguration } from "../routing/configuration/configuration.js";
import { judge } from "../routing/judge.js";
import type { NotificationPath } from "../routing/judgement.js";
import type { Labels } from "../server-fields.js";

/** The way that a drill's alert will take through Alertmanager. */
export interface DrillWay {
  /** The paths to the wanted receiver, the quickest first; empty where there is none. */
  readonly paths: readonly NotificationPath[];
  /** Whether a mismatch's alert takes the same routes. */
  readonly isTheRealOne: boolean;
}

/** The labels with which a mismatch's alert arrives at Alertmanager; the rule's own where it does not leave Prometheus. */
export function mismatchLabels(seen: readonly PrometheusSeen[], pack: ExpectedPack): Labels {
  const sent = seen.flatMap((one) => sentAlerts(one, pack, configurationOf(one)));
  const found = sent.find(({ alert, arrival }) => alert.name === SPIKE && arrival.kind === "arrives");
  const own = pack.alerts.find(({ name }) => name === SPIKE)?.labels ?? {};
  return found?.arrival.kind === "arrives" ? found.arrival.labels : { ...own, alertname: SPIKE };
}

/** Judges the drill's way, and holds it against the real one's. */
export function drillWay(
  alertmanagers: readonly AlertmanagerSeen[],
  receiver: string,
  labels: { readonly drill: Labels; readonly real: Labels },
  now: number,
): DrillWay {
  const ways = alertmanagers.flatMap((one) => {
    const configuration = alertmanagerConfiguration(one);
    if (configuration === null) return [];
    const routes = (of: Labels) => pathsOf(one, configuration, of, now);
    return [{ drill: routes(labels.drill), real: routes(labels.real) }];
  });
  const paths = ways.flatMap(({ drill }) => drill.filter((path) => path.receiver === receiver));
  return {
    paths: paths.sort((a, b) => a.groupWait - b.groupWait),
    isTheRealOne: ways.every(({ drill, real }) => placesOf(drill) === placesOf(real)),
  };
}

function pathsOf(
  one: AlertmanagerSeen,
  configuration: AlertmanagerConfiguration,
  labels: Labels,
  now: number,
) {
  return [...openPaths(judge(configuration, labels, momentOf(one, now)), null)];
}

function placesOf(paths: readonly NotificationPath[]): string {
  return paths
    .map(({ at, receiver }) => `${at} ${receiver}`)
    .sort()
    .join("\n");
}
