import type { Judgement } from "../routing/judgement.js";
import { labelsText } from "../routing/labels.js";
import { type Check, checksIn, few } from "./check.js";
import { judgeRouteTimes } from "./judge-route-times.js";
import { judgeSuppressed } from "./judge-suppressed.js";
import {
  groupedBy,
  namesOf,
  openPaths,
  type RoutedAlert,
  type RouteWishes,
  tellingPaths,
} from "./routed-alert.js";

const { passed, failed, warned, skipped } = checksIn("routed");

/**
 * What stands between Alertmanager and a receiver, for every alert that is to page a person.
 *
 * @param alerts those whose labels are known; Prometheus' own relabelling is behind them.
 */
export function judgeRouted(alerts: readonly RoutedAlert[], wishes: RouteWishes): Check[] {
  const unclear = alerts.filter(({ judgement }) => judgement.cannotTellRoute.length > 0);
  const clear = alerts.filter((alert) => !unclear.includes(alert));
  return [
    ...unclear
      .slice(0, 1)
      .map(({ alert, judgement }) =>
        skipped("receiver", `cannot tell where ${alert.name} goes`, judgement.cannotTellRoute.slice(0, 3)),
      ),
    ...(clear.length === 0 ? [] : judgeReceivers(clear, wishes.receiver)),
    ...judgeSuppressed(clear, wishes.receiver),
    ...judgeRouteTimes(clear, wishes),
    ...judgeResolved(clear, wishes.receiver),
    ...judgeHeartbeat(wishes.heartbeat),
  ];
}

function judgeReceivers(alerts: readonly RoutedAlert[], receiver: string | null): Check[] {
  const lost = alerts.filter(({ judgement }) => tellingPaths(judgement, receiver).length === 0);
  if (lost.length === 0) return [passed("receiver", `all alerts go to ${destinationsOf(alerts, receiver)}`)];
  const causes = groupedBy(lost, ({ judgement }) => [
    JSON.stringify([whereTo(judgement, receiver), missOf(judgement)]),
  ]);
  return [...causes.values()].flatMap((some) =>
    some.slice(0, 1).map((first) => lostCheck(first, some, namesOf(some, alerts), receiver)),
  );
}

function lostCheck(
  { judgement, labels }: RoutedAlert,
  { length }: readonly RoutedAlert[],
  names: string,
  receiver: string | null,
): Check {
  const says = `${names} ${length === 1 ? "goes" : "go"} to ${whereTo(judgement, receiver)}`;
  const miss = missOf(judgement);
  if (miss !== "") return failed("receiver", says, [miss], "fix the matcher, reload Alertmanager");
  const taken = judgement.paths.map(({ route, at }) => `it takes ${route} (${at})`);
  const arrives = `it arrives with ${labelsText({ ...labels, alertname: "" })}`;
  const cure = "give the alerts a route to a receiver that notifies somebody, before the one they take";
  return failed("receiver", says, [...taken, arrives], cure);
}

function destinationsOf(alerts: readonly RoutedAlert[], receiver: string | null): string {
  const paths = alerts.flatMap(({ judgement }) => tellingPaths(judgement, receiver));
  const receivers = new Map(paths.map((path) => [path.receiver, path]));
  return [...receivers]
    .map(
      ([name, { integrations = [] }]) =>
        `"${name}" (${[...new Set(integrations.map(({ kind }) => kind))].join(", ")})`,
    )
    .join(" and ");
}

/** `receiver "nobody", which notifies nobody` */
function whereTo({ paths }: Judgement, receiver: string | null): string {
  if (paths.length === 0) return "no receiver at all";
  const named = paths.map((path) => {
    if (path.integrations === undefined) return `receiver "${path.receiver}", which does not exist`;
    return path.integrations.length === 0
      ? `receiver "${path.receiver}", which notifies nobody`
      : `receiver "${path.receiver}"`;
  });
  return (
    few([...new Set(named)]) +
    (receiver === null || paths.some((path) => path.receiver === receiver) ? "" : `, not to "${receiver}"`)
  );
}

function missOf({ nearMisses }: Judgement): string {
  return nearMisses[0]?.why ?? "";
}

function judgeResolved(alerts: readonly RoutedAlert[], receiver: string | null): Check[] {
  const paths = alerts.flatMap(({ judgement }) => openPaths(judgement, receiver));
  if (paths.length === 0) return [];
  const silent = paths.flatMap((path) =>
    (path.integrations ?? [])
      .filter(({ sendResolved }) => sendResolved === false)
      .map(({ kind }) => `"${path.receiver}" (${kind})`),
  );
  if (silent.length === 0) return [passed("resolved", "resolved is sent")];
  return [
    warned(
      "resolved",
      `${few([...new Set(silent)])} is not told when an alert is over`,
      ["send_resolved: false"],
      "send_resolved: true, unless it is meant so",
    ),
  ];
}

function judgeHeartbeat(heartbeat: RoutedAlert | null): Check[] {
  if (heartbeat === null) return [];
  const { alert, judgement } = heartbeat;
  const paths = tellingPaths(judgement, null);
  const isSuppressed = judgement.inhibitedBy.length + judgement.silencedBy.length > 0;
  if (paths.length > 0 && !isSuppressed)
    return [
      passed(
        "heartbeat",
        `the heartbeat goes to ${few([...new Set(paths.map(({ receiver }) => `"${receiver}"`))])}`,
      ),
    ];
  const says = `the heartbeat ${alert.name} ${paths.length === 0 ? "reaches nobody" : "is suppressed"}`;
  return [
    warned(
      "heartbeat",
      says,
      ["when Prometheus or Alertmanager dies, nothing outside notices"],
      "route it to a service outside that pages when it stops",
    ),
  ];
}
