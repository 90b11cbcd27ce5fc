import { type Read, wasRead } from "../http/answer.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { readAlerting } from "../routing/arrival/read-alerting.js";
import type { Alerting } from "../routing/arrival/relabeling.js";
import { parseYaml } from "../routing/configuration/parse-yaml.js";
import { YamlFields } from "../routing/configuration/yaml-fields.js";

/** What of Prometheus' configuration decides with which labels an alert leaves it, and which rules it loads. */
export interface PrometheusConfiguration {
  readonly alerting: Alerting;
  readonly ruleFiles: readonly string[];
}

/** What Prometheus' own configuration says; null where it could not be seen, or not be read. */
export function configurationOf({ config, version }: PrometheusSeen): PrometheusConfiguration | null {
  if (!wasRead(config)) return null;
  try {
    const root = new YamlFields(parseYaml(config.value, "it") ?? {}, "", []);
    return {
      alerting: readAlerting(config.value, versionOf(version)),
      ruleFiles: root.texts("rule_files") ?? [],
    };
  } catch {
    return null;
  }
}

function versionOf(version: Read<string>): string {
  return wasRead(version) ? version.value : "";
}
