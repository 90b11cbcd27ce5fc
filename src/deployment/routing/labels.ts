/** The labels of one alert. A label that is missing and one whose value is empty are the same to Alertmanager. */
export type LabelSet = Readonly<Record<string, string>>;

/** The value of a label, empty where the alert has none of this name. */
export function labelOf(labels: LabelSet, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? "") : "";
}

/** The labels as one text, names in order: `{alertname="A", component="account"}`. */
export function labelsText(labels: LabelSet): string {
  const pairs = Object.keys(labels)
    .filter((name) => labels[name] !== "")
    .sort()
    .map((name) => `${name}=${JSON.stringify(labels[name])}`);
  return `{${pairs.join(", ")}}`;
}
