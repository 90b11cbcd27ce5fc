import type { Labels } from "../server-fields.js";
import type { PrometheusConfiguration } from "./prometheus-configuration.js";
import type { RelabelStep } from "./relabel-step.js";

/** With which labels an alert leaves Prometheus; `dropped` where it does not; `unknown` where that cannot be told. */
export type Outgoing =
  | { readonly labels: Labels }
  | { readonly dropped: string }
  | { readonly unknown: string };

/** What Prometheus makes of an alert's labels before it sends it: external labels that it lacks, then relabelling. */
export function outgoingLabels(alert: Labels, configuration: PrometheusConfiguration): Outgoing {
  const [problem] = configuration.problems;
  if (problem !== undefined) return { unknown: problem };
  let labels = { ...configuration.externalLabels, ...alert };
  for (const step of configuration.alertRelabelling) {
    const after = relabelled(labels, step);
    if (after === "cannot tell") return { unknown: `whether ${step.regex.source} matches` };
    if (after === "dropped") return { dropped: describe(step) };
    labels = after;
  }
  return { labels: Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== "")) };
}

type After = Record<string, string> | "dropped" | "cannot tell";

function relabelled(labels: Record<string, string>, step: RelabelStep): After {
  const { action, sourceLabels, separator, targetLabel } = step;
  const source = sourceLabels.map((name) => labels[name] ?? "").join(separator);
  if (action === "lowercase") return { ...labels, [targetLabel]: source.toLowerCase() };
  if (action === "uppercase") return { ...labels, [targetLabel]: source.toUpperCase() };
  if (action === "keepequal") return labels[targetLabel] === source ? labels : "dropped";
  if (action === "dropequal") return labels[targetLabel] === source ? "dropped" : labels;
  if (action === "hashmod") return "cannot tell";
  if (action.startsWith("label")) return byNames(labels, step);
  const match = step.regex.matches(source);
  if (match === "cannot tell") return match;
  if (action === "keep") return match === "yes" ? labels : "dropped";
  if (action === "drop") return match === "yes" ? "dropped" : labels;
  return match === "yes" ? replaced(labels, source, step) : labels;
}

function replaced(labels: Record<string, string>, source: string, { regex, targetLabel, replacement }: RelabelStep): After {
  const [name, value] = [expanded(regex.captures(source), targetLabel), expanded(regex.captures(source), replacement)];
  return name === null || value === null ? "cannot tell" : { ...labels, [name]: value };
}

function byNames(labels: Record<string, string>, { action, regex, replacement }: RelabelStep): After {
  const after: Record<string, string> = action === "labelmap" ? { ...labels } : {};
  for (const [name, value] of Object.entries(labels)) {
    const match = regex.matches(name);
    if (match === "cannot tell") return match;
    if (action === "labelmap") {
      const target = match === "yes" ? expanded(regex.captures(name), replacement) : name;
      if (target === null) return "cannot tell";
      after[target] = value;
    } else if ((match === "yes") === (action === "labelkeep")) after[name] = value;
  }
  return after;
}

// Go's Expand: $1, ${1}, $name, ${name}, $$; a group that is not there is empty.
function expanded(captures: ReturnType<RelabelStep["regex"]["captures"]>, template: string): string | null {
  if (!template.includes("$")) return template;
  if (typeof captures === "string") return null;
  return template.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare?: string, braced?: string) => {
    const name = bare ?? braced;
    if (name === undefined) return whole === "$$" ? "$" : "";
    return (/^\d+$/.test(name) ? captures.byNumber[Number(name)] : captures.byName.get(name)) ?? "";
  });
}

function describe({ action, sourceLabels, regex }: RelabelStep): string {
  return `alert_relabel_configs: ${action} where ${sourceLabels.join(", ")} ${action === "drop" ? "matches" : "does not match"} ${regex.source}`;
}
