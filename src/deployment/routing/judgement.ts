import type { Integration } from "./configuration/configuration.js";
import type { LabelSet } from "./labels.js";
import type { Matcher } from "./matchers/matcher.js";

/** A silence of `/api/v2/silences`. Times are Unix ms. */
export interface Silence {
  readonly id: string;
  readonly createdBy: string;
  readonly comment: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly matchers: readonly Matcher[];
}

/** An alert of `/api/v2/alerts`, suppressed or not: a suppressed one inhibits too. */
export interface ActiveAlert {
  /** As Alertmanager names it in `inhibitedBy`. */
  readonly fingerprint: string;
  readonly labels: LabelSet;
  /** Unix ms after which Alertmanager takes it as resolved. */
  readonly endsAt: number;
}

/** What holds at the moment that is judged. */
export interface Moment {
  /** Unix ms. */
  readonly now: number;
  readonly silences: readonly Silence[];
  readonly activeAlerts: readonly ActiveAlert[];
}

/** A time interval that keeps a route quiet now. */
export interface Muting {
  /** `mute`: now lies in this interval. `active`: now lies in none of the route's active intervals, this is one. */
  readonly kind: "mute" | "active";
  readonly interval: string;
}

/** An inhibition rule and the alert that makes it hold. */
export interface Inhibition {
  /** The rule's place in the configuration. */
  readonly rule: string;
  readonly by: ActiveAlert;
}

/** One way that the alert takes to a receiver. */
export interface NotificationPath {
  /** `route {component="account"}`, as Alertmanager prints its matchers; `the root route` for the root. */
  readonly route: string;
  /** The route's place in the configuration: `route.routes[1]`. */
  readonly at: string;
  readonly receiver: string;
  /** Undefined where the configuration has no receiver of this name; empty where it notifies nobody. */
  readonly integrations: readonly Integration[] | undefined;
  readonly groupBy: readonly string[] | "all";
  /** Seconds until the first notification of a new group. */
  readonly groupWait: number;
  /** Seconds until a notification of what joined a group. */
  readonly groupInterval: number;
  /** Seconds until what still fires is told again. */
  readonly repeatInterval: number;
  readonly mutedBy: readonly Muting[];
  /** Why it cannot be told whether time intervals mute it; empty where it can. */
  readonly cannotTellMuted: readonly string[];
}

/** A route that the alert did not take though it looks as if it was meant to. */
export interface NearMiss {
  readonly route: string;
  readonly receiver: string;
  /** One sentence: `route {component="acount"} does not match component="account"`. */
  readonly why: string;
}

/** What Alertmanager does with one alert at one moment. */
export interface Judgement {
  /** The ways to receivers, in the order of the configuration. Empty where `cannotTellRoute` is not. */
  readonly paths: readonly NotificationPath[];
  /** Why it cannot be told which routes the alert takes (each names the pattern and its place). */
  readonly cannotTellRoute: readonly string[];
  /** The alert is not notified by any path while one of these stands. */
  readonly inhibitedBy: readonly Inhibition[];
  readonly silencedBy: readonly Silence[];
  /** Why it cannot be told whether it is inhibited or silenced (what stands in the two lists above is certain). */
  readonly cannotTellSuppressed: readonly string[];
  /** The nearest first. */
  readonly nearMisses: readonly NearMiss[];
}
