import type { ExpectedAlert } from "../pack.js";
import type { Judgement, NotificationPath } from "../routing/judgement.js";
import type { Labels } from "../server-fields.js";

/** An alert of the pack, and what one Alertmanager would do with it now. */
export interface RoutedAlert {
  readonly alert: ExpectedAlert;
  /** As they arrive at Alertmanager. */
  readonly labels: Labels;
  readonly judgement: Judgement;
}

/** What is wanted of the way through Alertmanager. */
export interface RouteWishes {
  /** Whom it must reach; null: anybody. */
  readonly receiver: string | null;
  /** Seconds that the shortest of the mismatch alerts fires for one mismatch. */
  readonly firesFor: number;
  /** Whether the heartbeat is to be fed to something outside. */
  readonly heartbeat: RoutedAlert | null;
}

/** The paths that tell somebody: those of the wanted receiver, else of every receiver that notifies anybody. */
export function tellingPaths({ paths }: Judgement, receiver: string | null): readonly NotificationPath[] {
  return paths.filter(
    (path) => (path.integrations ?? []).length > 0 && (receiver === null || path.receiver === receiver),
  );
}

/** The same, without those that a time interval keeps quiet now. */
export function openPaths(judgement: Judgement, receiver: string | null): readonly NotificationPath[] {
  return tellingPaths(judgement, receiver).filter(({ mutedBy }) => mutedBy.length === 0);
}

/** The names of alerts in few words: `all alerts of the pack`, one name, or a list. */
export function namesOf(some: readonly RoutedAlert[], all: readonly RoutedAlert[]): string {
  if (some.length === all.length && some.length > 1) return "all alerts of the pack";
  return some.map(({ alert }) => alert.name).join(", ");
}

/** Alerts of which the same can be said, by what is said. */
export function groupedBy(
  alerts: readonly RoutedAlert[],
  keysOf: (alert: RoutedAlert) => readonly string[],
): ReadonlyMap<string, readonly RoutedAlert[]> {
  const groups = new Map<string, RoutedAlert[]>();
  for (const alert of alerts) {
    for (const key of keysOf(alert)) groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return groups;
}
