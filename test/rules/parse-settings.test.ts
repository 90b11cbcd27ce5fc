import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { parseSettings, SETTINGS } from "../../src/rules/parse-settings.js";
import { thrownBy } from "../support/thrown-by.js";

async function refusal(...assignments: string[]): Promise<string> {
  const thrown = await thrownBy(() => parseSettings(assignments));
  expect(thrown).toMatchObject({ name: "DrillError", code: "usage" });
  return thrown instanceof Error ? thrown.message : "";
}

describe("the settings", () => {
  it("are the committed pack's where none is given", () => {
    expect(parseSettings([])).toEqual(DEFAULT_SETTINGS);
  });

  it("can each be set to what they are", () => {
    const same = [...SETTINGS].map(([name, { key }]) => `${name}=${DEFAULT_SETTINGS[key] || "ns"}`);
    expect(parseSettings(same)).toEqual({ ...DEFAULT_SETTINGS, kubernetesNamespace: "ns" });
  });

  it.each([
    { set: ["prefix=acme_sync"], changes: { prefix: "acme_sync" } },
    { set: ["severity=critical"], changes: { severity: "critical" } },
    { set: ["stale-after=0.5"], changes: { staleAfter: "0.5" } },
    { set: ["spike-for=4m", "missed-for=5m"], changes: { spikeFor: "4m", missedFor: "5m" } },
    { set: ["spike-window=10m"], changes: { spikeWindow: "10m" } },
    { set: ["label.team=desk=a", "label.env=prod"], changes: { labels: { team: "desk=a", env: "prod" } } },
    {
      set: ["kubernetes-label.release=kps", "kubernetes-label.a.io/b=c"],
      changes: { kubernetesLabels: { release: "kps", "a.io/b": "c" } },
    },
    { set: ["runbook-base-url=https://wiki/rb"], changes: { runbookBaseUrl: "https://wiki/rb" } },
  ])("take $set", ({ set, changes }) => {
    expect(parseSettings(set)).toEqual({ ...DEFAULT_SETTINGS, ...changes });
  });
});

describe("a setting is refused in one line", () => {
  it.each([
    { set: ["prefix"], says: '--set: expected NAME=VALUE, got "prefix"' },
    { set: ["=x"], says: "--set: expected NAME=VALUE" },
    { set: ["nope=1"], says: '--set: no setting "nope"; there are prefix, severity, ' },
    { set: ["constructor=1"], says: '--set: no setting "constructor"' },
    {
      set: ["prefix=a b"],
      says: '--set: prefix: expected a metric name such as acme_account_sync, got "a b"',
    },
    { set: ["prefix=up{}"], says: "--set: prefix: expected a metric name" },
    { set: ["severity=urgent"], says: "--set: severity: expected critical, warning or info" },
    { set: ["spike-for=3"], says: "--set: spike-for: expected a duration" },
    { set: ["spike-for=1h30m"], says: "--set: spike-for: expected a duration" },
    { set: ["spike-for=0m"], says: "--set: spike-for: expected a duration" },
    { set: ["stale-after=-1"], says: "--set: stale-after: expected a number" },
    { set: ["stale-after=1e3"], says: "--set: stale-after: expected a number" },
    { set: ["stale-after=Inf"], says: "--set: stale-after: expected a number" },
    { set: ["runbook-base-url=javascript:x"], says: "--set: runbook-base-url: expected an address" },
    { set: ["runbook-base-url=https://a/b/"], says: "--set: runbook-base-url: expected an address" },
    { set: ["runbook-base-url=https://a\u001b[2J"], says: 'got "https://a\\u{1b}[2J"' },
    { set: ["runbook-base-url=https://a\u202eb"], says: "--set: runbook-base-url: expected an address" },
    { set: ["label.team=a\ufffeb"], says: "--set: label.team: expected text on one line" },
    { set: ["label.team=a\ud800b"], says: "--set: label.team: expected text on one line" },
    { set: ["label.a-b=c"], says: '--set: "a-b" is no name of a label' },
    { set: ["label.__x=1"], says: '--set: "__x": Prometheus keeps names with __ in front for itself' },
    { set: ["label.__name__=up"], says: '--set: "__name__": Prometheus keeps names' },
    { set: ["label.severity=info"], says: "--set: the label severity is the pack's own" },
    { set: ["label.rule=x"], says: "--set: the label rule is the pack's own" },
    { set: ["label.team="], says: "--set: label.team: expected text on one line" },
    { set: ["label.team={{ $value }}"], says: "--set: label.team: expected text on one line" },
    { set: ['label.team=a"b'], says: "--set: label.team: expected text on one line" },
    { set: ["kubernetes-label.=x"], says: '--set: "" is no name of a Kubernetes label' },
    { set: ["kubernetes-name=Account"], says: "--set: kubernetes-name: expected a Kubernetes name" },
    { set: ["severity=info", "severity=info"], says: "--set: severity was set twice" },
    { set: ["spike-window=3m"], says: "--set: spike-window (3m) must be longer than spike-for (3m) by 1m" },
    { set: ["spike-for=5m"], says: "--set: spike-window (5m) must be longer than spike-for (5m)" },
    { set: ["missed-for=3m"], says: "--set: missed-for (3m) must be longer than spike-for (3m)" },
    { set: ["missed-window=7m"], says: "--set: missed-window (7m) must be at least twice missed-for (4m)" },
  ])("$set", async ({ set, says }) => {
    const message = await refusal(...set);
    expect(message).toContain(says);
    expect(message).not.toContain("\n");
  });
});
