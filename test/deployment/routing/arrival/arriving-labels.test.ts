import { describe, expect, it } from "vitest";
import { arrivingLabels } from "../../../../src/deployment/routing/arrival/arriving-labels.js";
import { readAlerting } from "../../../../src/deployment/routing/arrival/read-alerting.js";
import { problemsOf } from "../../../support/refusal.js";

const LABELS = { alertname: "Spike", component: "account", severity: "warning", instance: "bot-1:9100" };
/** What a server prints where nothing else is said. */
const PRINTED = { separator: ";", regex: "(.*)", replacement: "$1" };

/** What stands for what a group caught. */
const group = (name: string) => `\${${name}}`;

function arrival(
  steps: readonly object[],
  more: { global?: object; version?: string; labels?: Record<string, string> } = {},
) {
  const text = JSON.stringify({ global: more.global, alerting: { alert_relabel_configs: steps } });
  return arrivingLabels(readAlerting(text, more.version ?? "3.5.0"), more.labels ?? LABELS);
}

describe("a step of relabelling", () => {
  it.each([
    ["sets a label", { action: "replace", target_label: "team", replacement: "desk" }, { team: "desk" }],
    [
      "takes a label away",
      { action: "replace", target_label: "severity", replacement: "" },
      { severity: undefined },
    ],
    [
      "takes a label away, as servers print it",
      { action: "replace", separator: ";", regex: "(.*)", target_label: "severity" },
      { severity: undefined },
    ],
    [
      "copies a label",
      { action: "replace", source_labels: ["component"], target_label: "part" },
      { part: "account" },
    ],
    [
      "joins labels",
      { action: "replace", source_labels: ["component", "severity"], separator: "/", target_label: "both" },
      { both: "account/warning" },
    ],
    [
      "joins labels by nothing where no separator is printed",
      {
        action: "replace",
        source_labels: ["component", "severity"],
        separator: undefined,
        target_label: "both",
      },
      { both: "accountwarning" },
    ],
    [
      "takes a part",
      { action: "replace", source_labels: ["instance"], regex: "(.+):[0-9]+", target_label: "host" },
      { host: "bot-1" },
    ],
    [
      "takes named parts",
      {
        action: "replace",
        source_labels: ["instance"],
        regex: "(?P<host>.+):(?P<port>.+)",
        target_label: "at",
        replacement: `${group("port")}@${group("host")}$$\${1`,
      },
      { at: "9100@bot-1$$\u{7b}1" },
    ],
    [
      "makes a label's name",
      {
        action: "replace",
        source_labels: ["component"],
        target_label: `is_${group("1")}`,
        replacement: "yes",
      },
      { is_account: "yes" },
    ],
    [
      "does nothing where it does not match",
      { action: "replace", source_labels: ["component"], regex: "x", target_label: "severity" },
      {},
    ],
    [
      "does nothing with an empty pattern on a value",
      { action: "replace", source_labels: ["component"], regex: null, target_label: "severity" },
      {},
    ],
    [
      "makes lower case",
      { action: "lowercase", source_labels: ["alertname"], target_label: "alertname" },
      { alertname: "spike" },
    ],
    [
      "makes upper case, its name in any case",
      { action: "UpperCase", source_labels: ["severity"], target_label: "severity" },
      { severity: "WARNING" },
    ],
    [
      "counts by a hash",
      { action: "hashmod", source_labels: ["component"], target_label: "shard", modulus: 8 },
      { shard: "7" },
    ],
    [
      "maps names",
      { action: "labelmap", regex: "(inst)ance", replacement: group("1") },
      { inst: "bot-1:9100" },
    ],
    [
      "drops labels",
      { action: "labeldrop", regex: "sev.*|component" },
      { severity: undefined, component: undefined },
    ],
    [
      "keeps labels",
      { action: "labelkeep", regex: "alertname|component" },
      { severity: undefined, instance: undefined },
    ],
    ["keeps the alert that matches", { action: "keep", source_labels: ["component"], regex: "acc.*" }, {}],
    [
      "keeps the alert that does not match",
      { action: "drop", source_labels: ["component"], regex: "acc" },
      {},
    ],
    [
      "keeps the alert whose labels are equal",
      { action: "keepequal", source_labels: ["team"], target_label: "desk" },
      {},
    ],
    [
      "keeps the alert whose labels are not equal",
      { action: "dropequal", source_labels: ["component"], target_label: "severity" },
      {},
    ],
  ])("%s", (_, step, changed) => {
    const expected = Object.entries({ ...LABELS, ...changed }).filter(([, value]) => value !== undefined);
    expect(arrival([{ ...PRINTED, ...step }])).toEqual({
      kind: "arrives",
      labels: Object.fromEntries(expected),
    });
  });

  it.each([
    ["matches", { action: "drop", source_labels: ["component"], regex: "acc.*" }],
    ["does not match", { action: "keep", source_labels: ["component"], regex: "acc" }],
    ["has equal labels", { action: "dropequal", source_labels: ["team"], target_label: "desk" }],
    ["has no equal labels", { action: "keepequal", source_labels: ["component"], target_label: "severity" }],
  ])("drops the alert that %s, and is named", (_, step) => {
    expect(
      arrival([
        { ...PRINTED, action: "labeldrop", regex: "x" },
        { ...PRINTED, ...step },
      ]),
    ).toEqual({
      kind: "dropped",
      by: "alerting.alert_relabel_configs[1]",
    });
  });

  it.each([
    ["a case beyond ASCII", { action: "lowercase", source_labels: ["desk"], target_label: "desk" }],
    ["its regex", { action: "drop", source_labels: ["desk"], regex: "\\p{Han}" }],
    ["two labels become x", { action: "labelmap", regex: "component|severity", replacement: "x" }],
  ])("that cannot be told is named: %s", (why, step) => {
    expect(arrival([{ ...PRINTED, ...step }], { labels: { ...LABELS, desk: "漢" } })).toEqual({
      kind: "cannot tell",
      why: `alerting.alert_relabel_configs[0]: cannot tell what it does: ${why}`,
    });
  });

  const REMOVES = {
    ...PRINTED,
    action: "replace",
    source_labels: ["component"],
    regex: "(acc)ount",
    target_label: group("1"),
    replacement: "",
  };

  it.each([
    ["2.42.0", { kind: "arrives", labels: { acc: "x", component: "account" } }],
    ["2.50.0", { kind: "cannot tell" }],
    ["3.5.0", { kind: "arrives", labels: { component: "account" } }],
  ])("that removes a label whose name it makes, by %s", (version, expected) => {
    expect(arrival([REMOVES], { version, labels: { acc: "x", component: "account" } })).toMatchObject(
      expected,
    );
  });

  it.each([
    ["2.42.0", "a\nb"],
    ["3.0.0", "a"],
  ])("matches line feeds by . from 3.0 on: %s", (version, value) => {
    const step = { ...PRINTED, action: "replace", source_labels: ["x"], regex: "(a).b", target_label: "x" };
    expect(arrival([step], { version, labels: { x: "a\nb" } })).toMatchObject({ labels: { x: value } });
  });
});

describe("the labels that arrive", () => {
  it("have the external ones, but for those that the alert has", () => {
    const global = { external_labels: { cluster: "a", severity: "info", empty: "" } };
    expect(arrival([], { global })).toEqual({ kind: "arrives", labels: { ...LABELS, cluster: "a" } });
  });

  it("have the external ones before they are relabelled", () => {
    const global = { external_labels: { replica: "1", cluster: "a" } };
    const steps = [{ ...PRINTED, action: "labeldrop", regex: "replica" }];
    expect(arrival(steps, { global })).toEqual({ kind: "arrives", labels: { ...LABELS, cluster: "a" } });
  });

  it("are relabelled for all, then for the entry of their Alertmanager", () => {
    const set = (replacement: string) => ({ ...PRINTED, action: "replace", target_label: "by", replacement });
    const drop = { ...PRINTED, action: "drop", source_labels: ["by"], regex: "all" };
    const alertmanagers = [{ alert_relabel_configs: [set("entry")] }, { alert_relabel_configs: [drop] }, {}];
    const alerting = readAlerting(
      JSON.stringify({ alerting: { alert_relabel_configs: [set("all")], alertmanagers } }),
      "3.5.0",
    );
    expect([0, 1, 2].map((entry) => arrivingLabels(alerting, LABELS, entry))).toEqual([
      { kind: "arrives", labels: { ...LABELS, by: "entry" } },
      { kind: "dropped", by: "alerting.alertmanagers[1].alert_relabel_configs[0]" },
      { kind: "arrives", labels: { ...LABELS, by: "all" } },
    ]);
  });

  it("are the alert's own where Prometheus says nothing of alerting", () => {
    const alerting = readAlerting("scrape_configs: []", "2.42.0");
    expect(arrivingLabels(alerting, { ...LABELS, empty: "" })).toEqual({ kind: "arrives", labels: LABELS });
  });
});

describe("a configuration of Prometheus that is none", () => {
  it("is refused with every bad path, and keeps no secret", () => {
    const text = JSON.stringify({
      global: { external_labels: ["a"] },
      alerting: {
        alert_relabel_configs: [{ action: "rename" }, { action: "hashmod", modulus: "many" }],
        alertmanagers: [{ basic_auth: { password: "s3cr3t" } }],
      },
    });
    const problems = problemsOf(() => readAlerting(text, "3.5.0"));
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "global.external_labels",
      "alerting.alert_relabel_configs[0].action",
      "alerting.alert_relabel_configs[1].modulus",
    ]);
    expect(problems.join()).not.toContain("s3cr3t");
  });
});
