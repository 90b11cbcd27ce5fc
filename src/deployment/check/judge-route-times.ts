import { SPIKE } from "../pack.js";
import { durationText } from "../prometheus/prometheus-duration.js";
import type { NotificationPath } from "../routing/judgement.js";
import { type Check, checksIn } from "./check.js";
import { openPaths, type RoutedAlert, type RouteWishes } from "./routed-alert.js";

const { passed, failed, warned } = checksIn("routed");
const LONGEST_REPEAT_SECONDS = 86_400;

/** Whether a route waits longer than an alert lasts, or so long that nobody would call it a page. */
export function judgeRouteTimes(
  alerts: readonly RoutedAlert[],
  { receiver, firesFor }: RouteWishes,
): Check[] {
  const spike = alerts.find(({ alert }) => alert.name === SPIKE);
  const paths = spike === undefined ? [] : openPaths(spike.judgement, receiver);
  if (paths.length === 0) return [];
  return [judgeWait(paths, firesFor), ...judgeGroup(paths, firesFor), ...judgeRepeat(paths)];
}

function judgeWait(paths: readonly NotificationPath[], firesFor: number): Check {
  const [quickest] = [...paths].sort((a, b) => a.groupWait - b.groupWait);
  if (quickest === undefined || quickest.groupWait < firesFor)
    return passed("wait", `waits ${durationText(quickest?.groupWait ?? 0)}`);
  const says = `${quickest.route} waits ${durationText(quickest.groupWait)} before it tells (group_wait)`;
  return failed(
    "wait",
    says,
    [`for one mismatch ${SPIKE} fires some ${durationText(Math.max(0, firesFor))}, and is over by then`],
    "group_wait: 10s",
  );
}

/** Whether alerts of other names share the group of the mismatch: what joins a group waits for its group_interval. */
export function sharesGroup({ groupBy }: NotificationPath): boolean {
  return groupBy !== "all" && !groupBy.includes("alertname");
}

function judgeGroup(paths: readonly NotificationPath[], firesFor: number): Check[] {
  const shared = paths.filter(sharesGroup);
  if (shared.length < paths.length) return [];
  return shared.slice(0, 1).map(({ route, groupInterval }) => {
    const late = groupInterval >= firesFor;
    const says = `${route} groups without alertname: another alert of the group delays the page by up to ${durationText(groupInterval)}`;
    const why = late
      ? [`by then the alert is over (it fires some ${durationText(firesFor)}), and only "resolved" is told`]
      : [];
    return (late ? failed : warned)("group", says, why, "group_by: [alertname, severity]");
  });
}

function judgeRepeat(paths: readonly NotificationPath[]): Check[] {
  const rare = paths.filter(({ repeatInterval }) => repeatInterval > LONGEST_REPEAT_SECONDS);
  return rare.slice(0, 1).map(({ route, repeatInterval }) => {
    const why = ["a page that was overlooked does not come again before"];
    return warned(
      "repeat",
      `${route} repeats every ${durationText(repeatInterval)}`,
      why,
      "repeat_interval: 4h",
    );
  });
}
