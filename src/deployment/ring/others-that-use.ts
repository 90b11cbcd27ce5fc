import type { HeldAlert } from "../alertmanager/alertmanager-answers.js";
import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { alertmanagerConfiguration, routeAlerts } from "../check/route-alerts.js";
import { tellingPaths } from "../check/routed-alert.js";
import { type ExpectedPack, HEARTBEAT } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";

/** Which alerts but the drill are told to the same kinds of receiver at the moment, by what each Alertmanager holds. */
export function othersThatUse(
  alertmanagers: readonly AlertmanagerSeen[],
  held: readonly (readonly HeldAlert[])[],
  drill: { readonly id: string; readonly kinds: readonly string[] },
): string[] {
  return held.flatMap((alerts, index) => {
    const one = alertmanagers[index];
    const receivers = one === undefined ? [] : (alertmanagerConfiguration(one)?.receivers ?? []);
    const shared = receivers.filter(({ integrations }) =>
      integrations.some(({ kind }) => drill.kinds.includes(kind)),
    );
    const names = new Set(shared.map(({ name }) => name));
    return alerts
      .filter(({ state, receivers: to }) => state !== "suppressed" && to.some((name) => names.has(name)))
      .filter(({ labels }) => labels.drill_id !== drill.id)
      .map(({ labels }) => labels.alertname ?? "an alert");
  });
}

/** How heartbeats reach the kinds of receiver that a drill goes to. */
export interface Heartbeats {
  /** Seconds between two of them, the least. */
  readonly gap: number;
  /** Seconds within which there is one at least. */
  readonly longest: number;
}

/** When these kinds of receiver are told heartbeats; null where they are told none. */
export function heartbeatsTo(
  alertmanagers: readonly AlertmanagerSeen[],
  kinds: readonly string[],
  of: { readonly seen: readonly PrometheusSeen[]; readonly pack: ExpectedPack },
  clock: () => number,
): Heartbeats | null {
  const paths = alertmanagers.flatMap((one) => {
    const configuration = alertmanagerConfiguration(one);
    const routed = configuration === null ? [] : routeAlerts(one, configuration, of, clock);
    return routed
      .filter(({ alert }) => alert.name === HEARTBEAT)
      .flatMap(({ judgement }) => tellingPaths(judgement, null));
  });
  const sharing = paths.filter(({ integrations = [] }) =>
    integrations.some(({ kind }) => kinds.includes(kind)),
  );
  if (sharing.length === 0) return null;
  // Each path tells by itself, at the first tick of its group after repeat_interval.
  return {
    gap: Math.min(...sharing.map(({ repeatInterval }) => repeatInterval)) / sharing.length,
    longest: Math.max(...sharing.map((path) => path.repeatInterval + path.groupInterval)),
  };
}
