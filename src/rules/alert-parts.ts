import { durationSeconds } from "./duration.js";
import type { PackSettings } from "./pack-settings.js";

/** Whether an alert says that the account is wrong, or that nobody looks. */
type Category = "correctness" | "availability";

/** The pages' component: what a route sends to somebody. The heartbeat has another, so that no such route takes it. */
export const PAGED_COMPONENT = "account";

/** The labels of an alert of the pack; the user's own come last. */
export function labelsOf(category: Category, settings: PackSettings): Record<string, string> {
  return { severity: settings.severity, category, component: PAGED_COMPONENT, ...addedLabels(settings) };
}

/** The labels that the settings put on every alert; the Prometheus operator routes by the namespace. */
export function addedLabels({ labels, kubernetesNamespace }: PackSettings): Record<string, string> {
  return { ...(kubernetesNamespace === "" ? {} : { namespace: kubernetesNamespace }), ...labels };
}

/** The page of an alert, below the address of the runbooks. */
export function runbookUrl(alert: string, { runbookBaseUrl }: PackSettings): string {
  return `${runbookBaseUrl}/${alert}.md`;
}

/** A query in an annotation's template: Prometheus runs it when it writes the text. */
export function queryOf(expression: string): string {
  return `query ${JSON.stringify(expression)}`;
}

/**
 * Where something is, in an annotation's template: the account, if there is such a label, and the instance.
 *
 * @param labels `$labels` for the alert's own, `.Labels` for those of a query's answer.
 */
export function placeOf(labels: "$labels" | ".Labels"): string {
  return `{{ with ${labels}.account }}{{ . }} at {{ end }}{{ ${labels}.instance }}`;
}

/** Durations of one unit added up, in Prometheus' form. */
export function sumOf(...durations: readonly string[]): string {
  return secondsText(durations.reduce((sum, duration) => sum + durationSeconds(duration), 0));
}

/** Seconds as a Prometheus duration, in minutes where they are whole. */
export function secondsText(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
