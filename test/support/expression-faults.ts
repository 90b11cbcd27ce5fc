import type { ExposedMetrics } from "./exposed-metrics.js";
import { groupingLabelsOf, promqlFaults, type Selector, selectorsOf } from "./promql.js";

/** Prometheus' own series about alerts, and the labels that the pack puts on them. */
const OF_PROMETHEUS = ["ALERTS"];
const ALERT_VALUES: Readonly<Record<string, readonly string[]>> = {
  alertstate: ["pending", "firing"],
  severity: ["warning"],
  category: ["correctness", "availability"],
  component: ["account"],
};
/** The labels that Prometheus puts on every series that it scrapes, and the one that an exporter of several accounts does. */
const TARGET_LABELS = ["instance", "job", "account"];
/** Series that others expose: Prometheus for each target, and what a fire drill of the alarm leaves behind. */
const OF_OTHERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  up: {},
  account_sync_drill_last_success_timestamp_seconds: { command: "ring" },
};
/** The value that no series has: the contract's alert excludes it. Empty asks for any value. */
const NO_RULE = "none";

/** What is wrong with one expression: its PromQL, and every metric, label and value that nothing exposes. */
export function expressionFaults(
  expression: string,
  exposed: ExposedMetrics,
  alerts: readonly string[],
): string[] {
  const selectors = selectorsOf(expression);
  const labels = new Set(selectors.flatMap(({ metric }) => labelsOf(metric, exposed)));
  return [
    ...promqlFaults(expression),
    ...selectors.flatMap((selector) => selectorFaults(selector, exposed, alerts)),
    ...groupingLabelsOf(expression)
      .filter((label) => !labels.has(label))
      .map((label) => `label: nothing here has ${label}`),
  ];
}

/** The labels that every series of a metric has. */
export function labelsOf(metric: string, exposed: ExposedMetrics): string[] {
  if (OF_PROMETHEUS.includes(metric)) return ["alertname", ...Object.keys(ALERT_VALUES), ...TARGET_LABELS];
  return [...Object.keys(OF_OTHERS[metric] ?? {}), ...(exposed.get(metric)?.keys() ?? []), ...TARGET_LABELS];
}

function selectorFaults({ metric, matchers }: Selector, exposed: ExposedMetrics, alerts: readonly string[]) {
  const known = valuesOf(metric, exposed, alerts);
  if (known === undefined) return [`metric: ${metric || "a selector without name"} is not exposed`];
  return matchers.flatMap(({ label, operator, value }) => {
    if (TARGET_LABELS.includes(label)) return [];
    const values = known?.get(label);
    if (values === undefined) return [`label: ${metric} has no ${label}`];
    return matches(operator, value, values)
      ? []
      : [`value: ${metric} has no ${label} that fits ${operator}"${value}"`];
  });
}

function valuesOf(metric: string, exposed: ExposedMetrics, alerts: readonly string[]) {
  if (OF_PROMETHEUS.includes(metric)) return mapOfSets({ alertname: alerts, ...ALERT_VALUES });
  const others = OF_OTHERS[metric];
  if (others === undefined) return exposed.get(metric);
  return mapOfSets(Object.fromEntries(Object.entries(others).map(([label, value]) => [label, [value]])));
}

function mapOfSets(
  values: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(values).map(([label, all]) => [label, new Set(all)]));
}

// A selector must find something, and what it leaves out must be the one value that nothing has.
function matches(operator: string, value: string, values: ReadonlySet<string>): boolean {
  if (operator === "=") return values.has(value);
  if (operator === "!=") return ["", NO_RULE].includes(value) && !values.has(value);
  if (operator !== "=~") return false;
  const pattern = wholePattern(value);
  return pattern !== undefined && [...values].some((text) => pattern.test(text));
}

function wholePattern(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    return undefined;
  }
}
