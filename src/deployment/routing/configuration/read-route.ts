import { matchersText } from "../matchers/matcher.js";
import type { Route } from "./configuration.js";
import { readMatchers } from "./read-matchers.js";
import type { Reading } from "./reading.js";
import type { YamlFields } from "./yaml-fields.js";

const KNOWN = [
  "receiver",
  "group_by",
  "match",
  "match_re",
  "matchers",
  "mute_time_intervals",
  "active_time_intervals",
  "continue",
  "routes",
  "group_wait",
  "group_interval",
  "repeat_interval",
];

type Inherited = Pick<Route, "receiver" | "groupBy" | "groupWait" | "groupInterval" | "repeatInterval">;

/** What the root has where it does not say. */
const DEFAULTS: Inherited = {
  receiver: "",
  groupBy: [],
  groupWait: 30,
  groupInterval: 300,
  repeatInterval: 4 * 3600,
};

/** The tree of routes, from the root. */
export function readRootRoute(configuration: YamlFields, reading: Reading): Route {
  const root = configuration.child("route");
  if (root === undefined) {
    reading.problems.push("route: expected the root route, got nothing");
    return { ...DEFAULTS, ...nowhere };
  }
  const route = readRoute(root, [], DEFAULTS, reading);
  if (route.receiver === "") root.note(root.at("receiver"), "expected the name of a receiver, got nothing");
  return route;
}

const nowhere = {
  described: "",
  path: "route",
  matchers: [],
  continue: false,
  muteTimeIntervals: [],
  activeTimeIntervals: [],
  routes: [],
};

/** @param above what is printed of the matchers of the routes around it, the root's left out. */
function readRoute(
  fields: YamlFields,
  above: readonly string[],
  inherited: Inherited,
  reading: Reading,
): Route {
  reading.unknownKeys.push(...fields.unknown(KNOWN));
  const names = { equal: "match", pattern: "match_re", matchers: "matchers" };
  const matchers = readMatchers(fields, names, reading);
  const own: Inherited = {
    receiver: fields.text("receiver") || inherited.receiver,
    groupBy: readGroupBy(fields) ?? inherited.groupBy,
    groupWait: fields.duration("group_wait") ?? inherited.groupWait,
    groupInterval: fields.duration("group_interval") ?? inherited.groupInterval,
    repeatInterval: fields.duration("repeat_interval") ?? inherited.repeatInterval,
  };
  const isRoot = fields.path === "route";
  const chain = isRoot ? [] : [...above, matchersText(matchers)];
  return {
    ...own,
    described: isRoot ? "the root route" : `route ${chain.join("/")}`,
    path: fields.path,
    matchers,
    continue: fields.flag("continue") ?? false,
    muteTimeIntervals: fields.texts("mute_time_intervals") ?? [],
    activeTimeIntervals: fields.texts("active_time_intervals") ?? [],
    routes: fields.children("routes").map((child) => readRoute(child, chain, own, reading)),
  };
}

/** Undefined where the route does not say, or says an empty list, which Alertmanager takes for the same. */
function readGroupBy(fields: YamlFields): readonly string[] | "all" | undefined {
  const labels = fields.texts("group_by") ?? [];
  if (labels.length === 0) return undefined;
  if (!labels.includes("...")) return labels;
  if (labels.some((label) => label !== "..."))
    fields.note(fields.at("group_by"), "expected no label beside ...");
  return "all";
}
