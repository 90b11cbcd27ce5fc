import { isRecord } from "../../syncer/field-reader.js";
import type { Labels } from "../server-fields.js";
import { type RelabelStep, relabelSteps } from "./relabel-step.js";

/** What of Prometheus' configuration decides with which labels an alert leaves it; nothing secret is kept. */
export interface PrometheusConfiguration {
  readonly externalLabels: Labels;
  /** `alerting.alert_relabel_configs`, then what each Alertmanager has of its own where all have the same. */
  readonly alertRelabelling: readonly RelabelStep[];
  readonly ruleFiles: readonly string[];
  /** Why what leaves cannot be told; empty where it can. */
  readonly problems: readonly string[];
}

/** Reads the document of `/api/v1/status/config`. */
export function prometheusConfiguration(document: unknown): PrometheusConfiguration {
  const root = isRecord(document) ? document : {};
  const global = isRecord(root.global) ? root.global : {};
  const alerting = isRecord(root.alerting) ? root.alerting : {};
  const problems: string[] = [];
  const own = rowsOf(alerting.alertmanagers).map((row) => (isRecord(row) ? rowsOf(row.alert_relabel_configs) : []));
  const [first = []] = own;
  if (own.some((steps) => JSON.stringify(steps) !== JSON.stringify(first))) {
    problems.push("its Alertmanagers have alert_relabel_configs of their own that differ");
  }
  return {
    externalLabels: labelsOf(global.external_labels),
    alertRelabelling: [...relabelSteps(alerting.alert_relabel_configs, problems), ...relabelSteps(first, problems)],
    ruleFiles: rowsOf(root.rule_files).map(String),
    problems,
  };
}

function rowsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function labelsOf(value: unknown): Labels {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
