import type { ExpectedAlert } from "../pack.js";
import type { Sample } from "../prometheus/prometheus-answers.js";
import type { Labels } from "../server-fields.js";

const AGGREGATED = /^\(*(?:sum|max|min|avg|count|group)\s*(?:(by|without)\s*\(([^)]*)\)\s*)?\(/;
const WITHIN_ONE_ACCOUNT = new Set(["__name__", "reason"]);

/**
 * The labels that an alert has when Prometheus sends it: its name, the rule's own, and those that its expression leaves
 * of a series. Of several series any one will do, but a rule's name is made up: which it will be nobody knows.
 */
export function labelsWhenFiring({ name, expr, labels }: ExpectedAlert, series: readonly Sample[]): Labels {
  return { ...resultLabels(expr, series[0]?.labels ?? {}), ...labels, alertname: name };
}

/** What an expression leaves of a series' labels: `sum()` and `absent()` leave none. */
export function resultLabels(expression: string, series: Labels): Labels {
  const kept = Object.entries(series).filter(([name]) => !WITHIN_ONE_ACCOUNT.has(name));
  const text = expression.trim();
  if (/^\(*(?:absent|vector|time|scalar)\b/.test(text)) return {};
  const [all, how, list = ""] = AGGREGATED.exec(text) ?? [];
  const named = new Set(list.split(",").map((name) => name.trim()));
  if (how === "by") return Object.fromEntries(kept.filter(([name]) => named.has(name)));
  if (how === "without") return Object.fromEntries(kept.filter(([name]) => !named.has(name)));
  return all === undefined ? Object.fromEntries(kept) : {};
}
