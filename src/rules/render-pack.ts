import { alertPack, GROUP_NAME, packHeader } from "./alert-pack.js";
import { renderDashboard } from "./dashboard.js";
import type { PackSettings } from "./pack-settings.js";
import { type YamlValue, yamlText } from "./yaml-text.js";

/** Each form that the pack can be printed in, by the name that `--format` knows. */
export const PACK_FORMATS = {
  prometheus: renderPrometheus,
  kubernetes: renderKubernetes,
  victoriametrics: renderVictoriaMetrics,
  grafana: renderDashboard,
} as const;

/** A rule file, for Prometheus' `rule_files`, Mimir and Thanos. */
export function renderPrometheus(settings: PackSettings): string {
  return headerOf(settings) + yamlText(rulesOf(settings));
}

/**
 * The same rules for vmalert. MetricsQL's increase() takes a series that begins for one that counted from 0, so old
 * mismatches of a process that is first scraped would ring; `increase_prometheus()` counts as Prometheus does.
 */
export function renderVictoriaMetrics(settings: PackSettings): string {
  return renderPrometheus(settings).replaceAll("increase(", "increase_prometheus(");
}

/** The same rules as a PrometheusRule, for the Prometheus operator. */
export function renderKubernetes(settings: PackSettings): string {
  const { kubernetesName, kubernetesNamespace, kubernetesLabels } = settings;
  const metadata = {
    name: kubernetesName,
    ...(kubernetesNamespace === "" ? {} : { namespace: kubernetesNamespace }),
    labels: { "app.kubernetes.io/name": "account-sync-drill", ...kubernetesLabels },
  };
  const manifest = {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata,
    spec: rulesOf(settings),
  };
  return headerOf(settings) + yamlText(manifest);
}

function headerOf(settings: PackSettings): string {
  return packHeader(settings)
    .map((line) => `# ${line}\n`)
    .join("");
}

function rulesOf(settings: PackSettings): { readonly groups: YamlValue } {
  const rules = alertPack(settings).map((rule) => ({ ...rule }));
  return { groups: [{ name: GROUP_NAME, rules }] };
}
