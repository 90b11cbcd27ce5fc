import type { Matcher } from "../matchers/matcher.js";
import type { TimeInterval } from "../time/time-interval.js";

/** One node of the routing tree, with everything that it inherits filled in. Durations are in seconds. */
export interface Route {
  /** How a person finds it: `the root route`, `route {component="account"}`, a child as `route {a="b"}/{c="d"}`. */
  readonly described: string;
  /** Its place in the configuration: `route.routes[1]`. */
  readonly path: string;
  readonly receiver: string;
  /** Its own matchers; an alert must fulfil all of them. None: every alert. */
  readonly matchers: readonly Matcher[];
  /** Whether later siblings are tried after this one took an alert. */
  readonly continue: boolean;
  /** Labels that alerts are grouped by, or `all` for `...`. */
  readonly groupBy: readonly string[] | "all";
  readonly groupWait: number;
  readonly groupInterval: number;
  readonly repeatInterval: number;
  /** Names of time intervals; not inherited. */
  readonly muteTimeIntervals: readonly string[];
  readonly activeTimeIntervals: readonly string[];
  readonly routes: readonly Route[];
}

/** One way in which a receiver notifies: kinds, names and flags only, never an address or a secret. */
export interface Integration {
  /** `webhook`, `email`, `slack`, `pagerduty`, ... */
  readonly kind: string;
  /** Whether it tells that an alert is over; undefined where it does not say and the kind's default is unknown. */
  readonly sendResolved: boolean | undefined;
}

/** A receiver; with no integrations it notifies nobody. */
export interface Receiver {
  readonly name: string;
  readonly integrations: readonly Integration[];
}

/** While an alert matches `source`, alerts that match `target` and have the same `equal` labels are not notified. */
export interface InhibitRule {
  /** Its place in the configuration: `inhibit_rules[0]`. */
  readonly path: string;
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  readonly equal: readonly string[];
}

/** What of an Alertmanager's configuration decides whom an alert pages and when; no secret is kept. */
export interface AlertmanagerConfiguration {
  readonly route: Route;
  readonly receivers: readonly Receiver[];
  readonly inhibitRules: readonly InhibitRule[];
  /** By name, from `time_intervals` and `mute_time_intervals` alike. */
  readonly timeIntervals: ReadonlyMap<string, readonly TimeInterval[]>;
  /** Keys in a route, an inhibition rule or a time interval that are not known here, by path: nothing can be told. */
  readonly unknownKeys: readonly string[];
}
