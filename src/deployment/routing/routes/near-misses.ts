import { printable } from "../../../syncer/printable.js";
import type { Route } from "../configuration/configuration.js";
import type { NearMiss } from "../judgement.js";
import { type LabelSet, labelOf } from "../labels.js";
import { fulfils, fulfilsAll, type Matcher, matcherText } from "../matchers/matcher.js";
import { likeness } from "./likeness.js";

const MOST = 5;

/** A route with the matchers of the routes around it, which have to be fulfilled as well. */
interface Place {
  readonly route: Route;
  readonly matchers: readonly Matcher[];
  /** Those that are tried before it and before the routes around it. */
  readonly before: readonly Route[];
}

/**
 * Routes that an alert does not take though they look as if they were meant for it, the nearest first: those that fail
 * by one matcher that is nearly fulfilled, or beside others that are, and those that an earlier route keeps it from.
 */
export function nearMissesOf(root: Route, labels: LabelSet, taken: readonly Route[]): NearMiss[] {
  return placesBelow(root, [])
    .filter(({ route }) => !isOnTheWay(route, taken))
    .flatMap((place) => nearnessOf(place, labels))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ miss }) => miss);
}

function placesBelow({ routes }: Route, above: readonly Matcher[], first: readonly Route[] = []): Place[] {
  return routes.flatMap((route, index) => {
    const matchers = [...above, ...route.matchers];
    const before = [...first, ...routes.slice(0, index)];
    return [{ route, matchers, before }, ...placesBelow(route, matchers, before)];
  });
}

function isOnTheWay(route: Route, taken: readonly Route[]): boolean {
  return taken.some(({ path }) => path === route.path || path.startsWith(`${route.path}.`));
}

function nearnessOf(place: Place, labels: LabelSet): { distance: number; miss: NearMiss }[] {
  const { route, matchers } = place;
  const failing = matchers.filter((matcher) => fulfils(labels, matcher) !== "yes");
  const [missed] = failing;
  if (missed === undefined) return takenBefore(place, labels);
  if (failing.length > 1) return [];
  const distance = likeness(missed, labels);
  const fulfilled = matchers.filter((matcher) => matcher !== missed && labelOf(labels, matcher.name) !== "");
  if (distance === undefined && fulfilled.length === 0) return [];
  const why = `${route.described} does not match${alertText(missed, labels)}`;
  return [{ distance: distance ?? 4, miss: { route: route.described, receiver: route.receiver, why } }];
}

/** A route that matches and is not taken: one before it, or before a route around it, took the alert. */
function takenBefore(
  { route, matchers, before }: Place,
  labels: LabelSet,
): { distance: number; miss: NearMiss }[] {
  const taker = before.find((other) => !other.continue && fulfilsAll(labels, other.matchers) === "yes");
  if (taker === undefined || matchers.length === 0) return [];
  const why = `${route.described} matches, but ${taker.described} comes first and has no continue`;
  return [{ distance: 0, miss: { route: route.described, receiver: route.receiver, why } }];
}

/** What the alert has in place of what the matcher asks for. */
function alertText({ name }: Matcher, labels: LabelSet): string {
  const value = labelOf(labels, name);
  return value === ""
    ? `: the alert has no ${printable(name)}`
    : ` ${matcherText({ name, operator: "=", value })}`;
}
