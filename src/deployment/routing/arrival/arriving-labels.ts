import { printable } from "../../../syncer/printable.js";
import { type LabelSet, labelOf } from "../labels.js";
import { relabel } from "./relabel.js";
import type { Alerting } from "./relabeling.js";

/** How an alert arrives at an Alertmanager, if it does. */
export type Arrival =
  | { readonly kind: "arrives"; readonly labels: LabelSet }
  /** `by`: the place of the step that drops it, `alerting.alert_relabel_configs[0]`. */
  | { readonly kind: "dropped"; readonly by: string }
  | { readonly kind: "cannot tell"; readonly why: string };

/**
 * The labels with which an alert arrives: the external labels are added where it has none of the name, then it is
 * relabelled for all Alertmanagers, then for those of its entry.
 *
 * @param labels as the rule makes them, `alertname` included.
 * @param entry which of `alerting.alertmanagers` names the Alertmanager, from 0.
 */
export function arrivingLabels(alerting: Alerting, labels: LabelSet, entry = 0): Arrival {
  const own = Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ""));
  const external = Object.entries(alerting.externalLabels).filter(
    ([name, value]) => value !== "" && labelOf(own, name) === "",
  );
  let current: LabelSet = { ...own, ...Object.fromEntries(external) };
  for (const step of [...alerting.relabelings, ...(alerting.ofEachEntry[entry] ?? [])]) {
    const result = relabel(step, current, alerting.dialect);
    if (result.kind === "dropped") return { kind: "dropped", by: step.path };
    if (result.kind === "cannot tell") {
      return { kind: "cannot tell", why: printable(`${step.path}: cannot tell what it does: ${result.why}`) };
    }
    current = result.labels;
  }
  return { kind: "arrives", labels: current };
}
