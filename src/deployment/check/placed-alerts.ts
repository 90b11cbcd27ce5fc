import { wasRead } from "../http/answer.js";
import { type ExpectedAlert, type ExpectedPack, HEARTBEAT } from "../pack.js";
import type { LoadedRule, RuleGroup } from "../prometheus/prometheus-answers.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { differences } from "./rule-differences.js";

/** An alert of the pack, where it is loaded. */
export interface PlacedAlert {
  readonly alert: ExpectedAlert;
  readonly rule: LoadedRule;
  readonly group: RuleGroup;
  readonly differences: readonly string[];
}

/** How often the pack's alerts are evaluated, the slowest, in seconds; null where it cannot be told. */
export function evaluationSeconds(seen: PrometheusSeen, pack: ExpectedPack): number | null {
  if (!wasRead(seen.groups)) return null;
  const intervals = placeAlerts(seen.groups.value, pack).map(({ group }) => group.interval);
  return intervals.length === 0 ? null : Math.max(...intervals);
}

// A second pack, with another prefix or other labels, may stand beside it: of two rules of one name the better fits.
export function placeAlerts(groups: readonly RuleGroup[], { alerts }: ExpectedPack): PlacedAlert[] {
  return alerts.flatMap((alert) => {
    const found = groups.flatMap((group) =>
      group.rules
        .filter(({ name }) => name === alert.name)
        .map((rule) => ({ alert, rule, group, differences: differences(alert, rule) })),
    );
    return found.sort((a, b) => a.differences.length - b.differences.length).slice(0, 1);
  });
}

/** How many alerts of the pack fire now; empty where it cannot be told. */
export function firingNow(seen: PrometheusSeen, { alerts }: ExpectedPack): string[] {
  if (!wasRead(seen.groups)) return [];
  const names = new Set(alerts.map(({ name }) => name).filter((name) => name !== HEARTBEAT));
  const firing = seen.groups.value.flatMap(({ rules }) =>
    rules.filter(({ name, state }) => names.has(name) && state === "firing"),
  );
  return [...new Set(firing.map(({ name }) => name))];
}
