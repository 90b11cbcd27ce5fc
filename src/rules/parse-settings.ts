import { DrillError } from "../errors.js";
import { quoted } from "../syncer/printable.js";
import { durationSeconds } from "./duration.js";
import { DEFAULT_SETTINGS, type PackSettings } from "./pack-settings.js";
import * as kinds from "./setting-kinds.js";

type Scalar = Exclude<keyof PackSettings, "labels" | "kubernetesLabels">;

/** Each setting by the name that `--set` knows, and the form of its value. */
export const SETTINGS: ReadonlyMap<string, { readonly key: Scalar; readonly kind: kinds.SettingKind }> =
  new Map([
    ["prefix", { key: "prefix", kind: kinds.METRIC_PREFIX }],
    ["severity", { key: "severity", kind: kinds.SEVERITY }],
    ["runbook-base-url", { key: "runbookBaseUrl", kind: kinds.WEB_ADDRESS }],
    ["spike-above", { key: "spikeAbove", kind: kinds.NUMBER }],
    ["spike-window", { key: "spikeWindow", kind: kinds.DURATION }],
    ["spike-for", { key: "spikeFor", kind: kinds.DURATION }],
    ["missed-window", { key: "missedWindow", kind: kinds.DURATION }],
    ["missed-for", { key: "missedFor", kind: kinds.DURATION }],
    ["stale-after", { key: "staleAfter", kind: kinds.NUMBER }],
    ["stale-for", { key: "staleFor", kind: kinds.DURATION }],
    ["data-stale-after", { key: "dataStaleAfter", kind: kinds.NUMBER }],
    ["data-stale-for", { key: "dataStaleFor", kind: kinds.DURATION }],
    ["errors-above", { key: "errorsAbove", kind: kinds.NUMBER }],
    ["errors-window", { key: "errorsWindow", kind: kinds.DURATION }],
    ["errors-for", { key: "errorsFor", kind: kinds.DURATION }],
    ["absent-for", { key: "absentFor", kind: kinds.DURATION }],
    ["kubernetes-name", { key: "kubernetesName", kind: kinds.KUBERNETES_NAME }],
    ["kubernetes-namespace", { key: "kubernetesNamespace", kind: kinds.KUBERNETES_NAME }],
  ]);

const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const KUBERNETES_LABEL_NAME =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
// The pack's own, and those that its expressions bring along.
const TAKEN_LABELS = ["alertname", "alertstate", "severity", "category", "component", "rule", "instance"];
const SHORTEST_ROOM_SECONDS = 60;

/**
 * Reads the values of `--set`, each `NAME=VALUE`, over the committed pack's settings.
 *
 * @throws DrillError `usage` that names the setting and what it takes.
 */
export function parseSettings(assignments: readonly string[]): PackSettings {
  const seen = new Set<string>();
  let settings = DEFAULT_SETTINGS;
  for (const assignment of assignments) {
    const { name, value } = splitAssignment(assignment);
    if (seen.has(name)) throw refusal(`${name} was set twice`);
    seen.add(name);
    settings = { ...settings, ...change(name, value, settings) };
  }
  refuseWhatCannotRing(settings);
  return settings;
}

function splitAssignment(assignment: string): { name: string; value: string } {
  const at = assignment.indexOf("=");
  if (at < 1) throw refusal(`expected NAME=VALUE, got ${quoted(assignment)}`);
  return { name: assignment.slice(0, at), value: assignment.slice(at + 1) };
}

function change(name: string, value: string, settings: PackSettings): Partial<PackSettings> {
  const setting = SETTINGS.get(name);
  if (setting !== undefined) return { [setting.key]: checked(name, value, setting.kind) };
  const dot = name.indexOf(".");
  const label = name.slice(dot + 1);
  if (name.startsWith("label.")) {
    if (!LABEL_NAME.test(label)) throw refusal(`${quoted(label)} is no name of a label`);
    if (label.startsWith("__"))
      throw refusal(`${quoted(label)}: Prometheus keeps names with __ in front for itself`);
    if (TAKEN_LABELS.includes(label)) throw refusal(`the label ${label} is the pack's own`);
    return { labels: { ...settings.labels, [label]: checked(name, value, kinds.LABEL_VALUE) } };
  }
  if (name.startsWith("kubernetes-label.")) {
    if (!KUBERNETES_LABEL_NAME.test(label))
      throw refusal(`${quoted(label)} is no name of a Kubernetes label`);
    const text = checked(name, value, kinds.KUBERNETES_LABEL_VALUE);
    return { kubernetesLabels: { ...settings.kubernetesLabels, [label]: text } };
  }
  const known = [...SETTINGS.keys(), "label.NAME", "kubernetes-label.NAME"].join(", ");
  throw refusal(`no setting ${quoted(name)}; there are ${known}`);
}

function checked(name: string, value: string, { accepts, expected }: kinds.SettingKind): string {
  if (accepts(value)) return value;
  throw refusal(`${name}: expected ${expected}, got ${quoted(value)}`);
}

// A pack that cannot ring is worse than none: it looks like one.
function refuseWhatCannotRing({ spikeWindow, spikeFor, missedWindow, missedFor }: PackSettings): void {
  const [spike, missed] = [durationSeconds(spikeFor), durationSeconds(missedFor)];
  if (durationSeconds(spikeWindow) - spike < SHORTEST_ROOM_SECONDS) {
    throw refusal(`spike-window (${spikeWindow}) must be longer than spike-for (${spikeFor}) by 1m or more`);
  }
  if (missed <= spike) {
    throw refusal(`missed-for (${missedFor}) must be longer than spike-for (${spikeFor}), or both ring`);
  }
  if (durationSeconds(missedWindow) < 2 * missed) {
    throw refusal(`missed-window (${missedWindow}) must be at least twice missed-for (${missedFor})`);
  }
}

function refusal(why: string): DrillError {
  return new DrillError("usage", `--set: ${why}`);
}
