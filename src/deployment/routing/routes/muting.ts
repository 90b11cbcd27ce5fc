import type { Route } from "../configuration/configuration.js";
import type { Muting } from "../judgement.js";
import { contains, type TimeInterval } from "../time/time-interval.js";

/** What keeps a route quiet at a moment. */
export interface RouteMuting {
  readonly mutedBy: readonly Muting[];
  readonly cannotTell: readonly string[];
}

type Intervals = ReadonlyMap<string, readonly TimeInterval[]>;

/**
 * The time intervals that keep a route quiet: those of its mute intervals in which now lies, and its active intervals
 * where now lies in none of them.
 *
 * @param now Unix ms.
 */
export function mutingOf(route: Route, intervals: Intervals, now: number): RouteMuting {
  const cannotTell: string[] = [];
  const isIn = (name: string) => {
    const found = stateOf(name, intervals, now);
    if (typeof found === "string") cannotTell.push(`${route.path}: ${found}`);
    return found;
  };
  const mute = route.muteTimeIntervals.filter((name) => isIn(name) === true);
  const active = route.activeTimeIntervals.map(isIn);
  const isInactive = active.length > 0 && active.every((state) => state === false);
  const inactive = isInactive ? route.activeTimeIntervals : [];
  const mutedBy = [
    ...mute.map((interval): Muting => ({ kind: "mute", interval })),
    ...inactive.map((interval): Muting => ({ kind: "active", interval })),
  ];
  return { mutedBy, cannotTell };
}

/** Whether now lies in the intervals of this name, or why it cannot be told. */
function stateOf(name: string, intervals: Intervals, now: number): boolean | string {
  const named = intervals.get(name);
  if (named === undefined) return `there is no time interval "${name}"`;
  const states = named.map((interval) => contains(interval, now));
  if (states.includes(true)) return true;
  const unknown = named[states.indexOf(undefined)];
  return unknown === undefined
    ? false
    : `time interval "${name}" is in a time zone that is not known: ${unknown.location}`;
}
