import { refuseBadPaths } from "../configuration/bad-paths.js";
import { parseYaml } from "../configuration/parse-yaml.js";
import { YamlFields } from "../configuration/yaml-fields.js";
import { compileGoRegexp } from "../go-regexp/go-regexp.js";
import { type Alerting, RELABEL_ACTIONS, type RelabelDialect, type Relabeling } from "./relabeling.js";

const ANYTHING = "(.*)";

/**
 * Reads what Prometheus does to an alert's labels before an Alertmanager gets it. Nothing else of its configuration is
 * looked at.
 *
 * @param text `data.yaml` of `GET /api/v1/status/config`, as the server prints it: a `separator` or `replacement` that is
 * missing there is empty (the defaults are printed), while a regex that is missing is the default.
 * @param version of Prometheus, such as `2.42.0`.
 * @throws DrillError `bad_input`: `details` names every bad path, such as `alerting.alert_relabel_configs[0].action`.
 */
export function readAlerting(text: string, version: string): Alerting {
  const what = "Prometheus' configuration";
  const problems: string[] = [];
  const [, major = 3, minor = 0] = (/^v?([0-9]+)\.([0-9]+)/.exec(version) ?? []).map(Number);
  const root = new YamlFields(parseYaml(text, what) ?? {}, "", problems);
  const alerting = root.child("alerting");
  const read = (fields: YamlFields | undefined) =>
    (fields?.children("alert_relabel_configs") ?? []).map((row) => readRelabeling(row, major >= 3));
  const result = {
    externalLabels: Object.fromEntries(root.child("global")?.textByName("external_labels") ?? []),
    relabelings: read(alerting),
    ofEachEntry: (alerting?.children("alertmanagers") ?? []).map(read),
    dialect: dialectOf(major, minor),
  };
  refuseBadPaths(problems, what);
  return result;
}

function dialectOf(major: number, minor: number): RelabelDialect {
  if (major >= 3) return { utf8Names: true, emptyRemovesMadeTarget: true };
  return { utf8Names: false, emptyRemovesMadeTarget: minor <= 42 ? false : undefined };
}

function readRelabeling(fields: YamlFields, dotAll: boolean): Relabeling {
  const action = fields.text("action").toLowerCase();
  const known = RELABEL_ACTIONS.find((candidate) => candidate === action);
  if (known === undefined) fields.note(fields.at("action"), "expected an action that is known");
  const modulus = fields.text("modulus");
  if (!/^[0-9]{0,20}$/.test(modulus)) fields.note(fields.at("modulus"), "expected a whole number");
  return {
    path: fields.path,
    action: known ?? "replace",
    sourceLabels: fields.texts("source_labels") ?? [],
    separator: fields.text("separator"),
    regex: compileGoRegexp(fields.names().includes("regex") ? fields.text("regex") : ANYTHING, { dotAll }),
    targetLabel: fields.text("target_label"),
    replacement: fields.text("replacement"),
    modulus: /^[0-9]{1,20}$/.test(modulus) ? BigInt(modulus) : 0n,
  };
}
