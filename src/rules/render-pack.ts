import { alertPack, GROUP_NAME, PACK_HEADER } from "./alert-pack.js";
import { renderDashboard } from "./dashboard.js";
import type { PackSettings } from "./pack-settings.js";
import { type YamlValue, yamlText } from "./yaml-text.js";

/** Each form that the pack can be printed in, by the name that `--format` knows. */
export const PACK_FORMATS = {
  prometheus: renderPrometheus,
  kubernetes: renderKubernetes,
  grafana: renderDashboard,
} as const;

const HEADER = PACK_HEADER.map((line) => `# ${line}\n`).join("");

/** A rule file, for Prometheus' `rule_files`, Mimir and Thanos. */
export function renderPrometheus(settings: PackSettings): string {
  return HEADER + yamlText(rulesOf(settings));
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
  return HEADER + yamlText(manifest);
}

function rulesOf(settings: PackSettings): { readonly groups: YamlValue } {
  const rules = alertPack(settings).map((rule) => ({ ...rule }));
  return { groups: [{ name: GROUP_NAME, rules }] };
}
