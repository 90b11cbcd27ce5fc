import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { wasRead } from "../http/answer.js";
import { type ExpectedPack, HEARTBEAT } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import type { AlertmanagerConfiguration, Route } from "../routing/configuration/configuration.js";
import { type AuditPart, type Check, checksIn } from "./check.js";
import { firesFor } from "./estimate.js";
import { judgeDelivered } from "./judge-delivered.js";
import { judgeRouted } from "./judge-routed.js";
import { judgeOtherTimes } from "./judge-suppressed.js";
import { alertmanagerConfiguration, routeAlerts } from "./route-alerts.js";
import { type RoutedAlert, tellingPaths } from "./routed-alert.js";

const { warned, unseen } = checksIn("routed");

/** What the part of one Alertmanager is judged by. */
export interface AlertmanagerWishes {
  readonly pack: ExpectedPack;
  readonly receiver: string | null;
  readonly seen: readonly PrometheusSeen[];
  readonly alertmanagers: readonly AlertmanagerSeen[];
}

/** The part of the way that an Alertmanager is. */
export function judgeAlertmanager(
  one: AlertmanagerSeen,
  wishes: AlertmanagerWishes,
  clock: () => number,
): AuditPart[] {
  const where = wishes.alertmanagers.length > 1 ? ` ${one.url}` : "";
  const version = wasRead(one.status) ? one.status.value.version : "of unknown version";
  return [{ title: `Routed (Alertmanager ${version}${where})`, checks: checksOf(one, wishes, clock) }];
}

function checksOf(one: AlertmanagerSeen, wishes: AlertmanagerWishes, clock: () => number): Check[] {
  const configuration = alertmanagerConfiguration(one);
  if (configuration === null) return [unseen("receiver", "cannot read Alertmanager's configuration")];
  const { receiver, pack, seen } = wishes;
  const routed = routeAlerts(one, configuration, wishes, clock);
  const paging = routed.filter(({ alert }) => alert.name !== HEARTBEAT);
  const heartbeat = routed.find(({ alert }) => alert.name === HEARTBEAT) ?? null;
  const checks = judgeRouted(paging, { receiver, heartbeat, firesFor: firesFor(seen, pack) });
  return [
    ...checks,
    ...judgeOtherTimes(paging, receiver, intervalsIn(configuration)),
    ...judgeCluster(one, wishes.alertmanagers),
    ...judgeDelivered(one, kindsOf(paging, receiver)),
  ];
}

function kindsOf(routed: readonly RoutedAlert[], receiver: string | null): string[] {
  const paths = routed.flatMap(({ judgement }) => tellingPaths(judgement, receiver));
  return [...new Set(paths.flatMap(({ integrations = [] }) => integrations.map(({ kind }) => kind)))].sort();
}

function intervalsIn({ route }: AlertmanagerConfiguration): (at: string) => readonly string[] {
  const routes = new Map(allRoutes(route).map((one) => [one.path, one]));
  return (at) => {
    const one = routes.get(at);
    return one === undefined ? [] : [...one.muteTimeIntervals, ...one.activeTimeIntervals];
  };
}

function allRoutes(route: Route): Route[] {
  return [route, ...route.routes.flatMap(allRoutes)];
}

// Each of two that do not know each other pages by itself.
function judgeCluster({ status, url }: AlertmanagerSeen, all: readonly AlertmanagerSeen[]): Check[] {
  if (all.length < 2 || !wasRead(status) || status.value.peers.length >= all.length) return [];
  const says = `${url} knows ${status.value.peers.length} of ${all.length} Alertmanagers: each pages by itself`;
  return [
    warned(
      "cluster",
      says,
      [`its cluster is ${status.value.cluster}`],
      "--cluster.peer for each Alertmanager",
    ),
  ];
}
