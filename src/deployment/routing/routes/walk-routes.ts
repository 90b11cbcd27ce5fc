import type { Route } from "../configuration/configuration.js";
import type { LabelSet } from "../labels.js";
import { doubts, fulfilsAll } from "../matchers/matcher.js";

/** The routes that an alert takes. */
export interface Walk {
  /** In the order of the configuration; never empty where `cannotTell` is. */
  readonly taken: readonly Route[];
  /** Why it cannot be told; `taken` is empty then. */
  readonly cannotTell: readonly string[];
}

/**
 * The routes that notify of an alert: in every route that matches the first child that does, and those after it as long
 * as they say `continue`; the route itself where no child does.
 */
export function walkRoutes(root: Route, labels: LabelSet): Walk {
  const cannotTell: string[] = [];
  const taken = walk(root, labels, cannotTell);
  return cannotTell.length === 0 ? { taken, cannotTell } : { taken: [], cannotTell };
}

function walk(route: Route, labels: LabelSet, cannotTell: string[]): Route[] {
  const match = fulfilsAll(labels, route.matchers);
  if (match === "cannot tell") cannotTell.push(...doubts(labels, route.matchers, route.path));
  if (match !== "yes") return [];
  const taken: Route[] = [];
  for (const child of route.routes) {
    const below = walk(child, labels, cannotTell);
    taken.push(...below);
    if (below.length > 0 && !child.continue) break;
  }
  return taken.length > 0 ? taken : [route];
}
