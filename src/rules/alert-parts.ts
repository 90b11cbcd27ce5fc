import type { PackSettings } from "./pack-settings.js";

/** Whether an alert says that the account is wrong, or that nobody looks. */
type Category = "correctness" | "availability";

/** The labels of an alert of the pack; the user's own come last. */
export function labelsOf(category: Category, { severity, labels }: PackSettings): Record<string, string> {
  return { severity, category, component: "account", ...labels };
}

/** The page of an alert, below the address of the runbooks. */
export function runbookUrl(alert: string, { runbookBaseUrl }: PackSettings): string {
  return `${runbookBaseUrl}/${alert}.md`;
}

/** A query in an annotation's template: Prometheus runs it when it writes the text. */
export function queryOf(expression: string): string {
  return `query ${JSON.stringify(expression)}`;
}
