import type { ExposedMetrics } from "./exposed-metrics.js";
import { groupingLabelsOf, promqlFaults, type Selector, selectorsOf } from "./promql.js";

/** Prometheus' own series about alerts, and the labels that it puts on every series that it scrapes. */
const OF_PROMETHEUS = ["ALERTS"];
const ALERT_LABELS = ["alertname", "alertstate"];
const TARGET_LABELS = ["instance", "job"];
/** The value that no series has: the contract's alert excludes it. */
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
  if (OF_PROMETHEUS.includes(metric)) return ALERT_LABELS;
  return [...(exposed.get(metric)?.keys() ?? []), ...TARGET_LABELS];
}

function selectorFaults({ metric, matchers }: Selector, exposed: ExposedMetrics, alerts: readonly string[]) {
  const isAlerts = OF_PROMETHEUS.includes(metric);
  if (!isAlerts && !exposed.has(metric))
    return [`metric: ${metric || "a selector without name"} is not exposed`];
  const known = isAlerts
    ? new Map([
        ["alertname", new Set(alerts)],
        ["alertstate", new Set(["pending", "firing"])],
      ])
    : exposed.get(metric);
  return matchers.flatMap(({ label, operator, value }) => {
    const values = known?.get(label);
    if (values === undefined) return [`label: ${metric} has no ${label}`];
    return matches(operator, value, values)
      ? []
      : [`value: ${metric} has no ${label} that fits ${operator}"${value}"`];
  });
}

// A selector must find something, and what it leaves out must be the one value that nothing has.
function matches(operator: string, value: string, values: ReadonlySet<string>): boolean {
  if (operator === "=") return values.has(value);
  if (operator === "!=") return value === NO_RULE && !values.has(value);
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
