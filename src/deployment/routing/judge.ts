import { printable } from "../../syncer/printable.js";
import type { AlertmanagerConfiguration, Route } from "./configuration/configuration.js";
import type { Judgement, Moment, NotificationPath } from "./judgement.js";
import type { LabelSet } from "./labels.js";
import { mutingOf } from "./routes/muting.js";
import { nearMissesOf } from "./routes/near-misses.js";
import { walkRoutes } from "./routes/walk-routes.js";
import { inhibitionsOf } from "./suppression/inhibition.js";
import { silencesOf } from "./suppression/silences.js";

/**
 * What an Alertmanager does with an alert at a moment: whom it notifies by which routes, after how long, and what keeps
 * it quiet. Where that hangs on something that only the server knows, it says so and does not guess.
 *
 * @param labels as they arrive at Alertmanager: see `arrivingLabels`.
 */
export function judge(configuration: AlertmanagerConfiguration, labels: LabelSet, moment: Moment): Judgement {
  const { taken, cannotTell } = walkRoutes(configuration.route, labels);
  const unknown = configuration.unknownKeys.map((path) => `${path}: cannot tell what this key does`);
  const inhibition = inhibitionsOf(labels, configuration.inhibitRules, moment);
  const silence = silencesOf(labels, moment);
  const cannotTellRoute = [...unknown, ...cannotTell].map(printable);
  const paths = taken.map((route) => pathOf(route, configuration, moment.now));
  return {
    paths: cannotTellRoute.length === 0 ? paths : [],
    cannotTellRoute,
    inhibitedBy: inhibition.inhibitedBy,
    silencedBy: silence.silencedBy,
    cannotTellSuppressed: [...inhibition.cannotTell, ...silence.cannotTell].map(printable),
    nearMisses: nearMissesOf(configuration.route, labels, taken),
  };
}

function pathOf(route: Route, configuration: AlertmanagerConfiguration, now: number): NotificationPath {
  const { mutedBy, cannotTell } = mutingOf(route, configuration.timeIntervals, now);
  const receiver = configuration.receivers.find(({ name }) => name === route.receiver);
  const { groupBy, groupWait, groupInterval, repeatInterval } = route;
  return {
    route: route.described,
    at: route.path,
    receiver: route.receiver,
    integrations: receiver?.integrations,
    groupBy,
    groupWait,
    groupInterval,
    repeatInterval,
    mutedBy,
    cannotTellMuted: cannotTell.map(printable),
  };
}
