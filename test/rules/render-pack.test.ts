import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { renderDashboard } from "../../src/rules/dashboard.js";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { parseSettings } from "../../src/rules/parse-settings.js";
import { renderKubernetes, renderPrometheus, renderVictoriaMetrics } from "../../src/rules/render-pack.js";
import { committedPack } from "../support/rule-pack.js";

describe("the committed pack", () => {
  const { rules, kubernetes, victoriaMetrics, dashboard } = committedPack();

  it.each([
    { name: "the rule file", committed: rules, rendered: renderPrometheus(DEFAULT_SETTINGS) },
    { name: "the manifest", committed: kubernetes, rendered: renderKubernetes(DEFAULT_SETTINGS) },
    { name: "vmalert's", committed: victoriaMetrics, rendered: renderVictoriaMetrics(DEFAULT_SETTINGS) },
    { name: "the dashboard", committed: dashboard, rendered: renderDashboard(DEFAULT_SETTINGS) },
  ])("is what the command prints, to the byte: $name", ({ committed, rendered }) => {
    expect(committed, "npm run build, then npm run rules").toBe(rendered);
  });

  it("says at its top which alert answers which question", () => {
    const header = rules.slice(0, rules.indexOf("groups:")).trimEnd().split("\n");
    const named = header.flatMap((line) => [...line.matchAll(/AccountSync[A-Za-z]+/g)].map(([name]) => name));
    const alerts: string[] = parse(rules).groups[0].rules.map(({ alert }: { alert: string }) => alert);
    expect(named.sort()).toEqual([...alerts].sort());
  });

  it("has the contract's alert, to the letter", () => {
    expect(parse(rules).groups[0].rules[0]).toMatchObject({
      alert: "AccountSyncMismatchSpike",
      expr: 'sum(increase(grinder_account_sync_mismatches_total{rule!="none"}[5m])) > 0',
      for: "3m",
      labels: { severity: "warning", category: "correctness", component: "account" },
    });
  });

  it("is the same as a manifest", () => {
    expect(parse(kubernetes).spec).toEqual(parse(rules));
    expect(parse(kubernetes)).toMatchObject({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name: "account-sync" },
    });
  });
});

describe("a setting", () => {
  const changed = [
    "prefix=acme_sync",
    "severity=critical",
    "runbook-base-url=https://wiki.example/rb",
    "label.team=desk",
    "stale-after=45",
    "missed-window=30m",
    "kubernetes-namespace=monitoring",
    "kubernetes-label.release=kps",
  ];
  const settings = parseSettings(changed);

  it("reaches every alert", () => {
    const [group] = parse(renderPrometheus(settings)).groups;
    for (const { alert, labels, annotations } of group.rules) {
      const severity = alert === "AccountSyncWatchdog" ? "none" : "critical";
      expect(labels).toMatchObject({ severity, team: "desk", namespace: "monitoring" });
      expect(annotations.runbook_url).toMatch(/^https:\/\/wiki\.example\/rb\/AccountSync[A-Za-z]+\.md$/);
    }
    const own =
      'severity="critical",category="correctness",component="account",namespace="monitoring",team="desk"';
    expect(group.rules[1].expr).toContain(
      `{alertname="AccountSyncMismatchSpike",alertstate="firing",${own}}`,
    );
    expect(group.rules[1].expr).toContain("> 0 > time() - 1800");
    expect(group.rules[2].expr).toBe("acme_sync_age_seconds > 45 and acme_sync_last_wall_ts > 0");
  });

  it.each([
    { set: [], watchdog: true, overdue: false },
    { set: ["watchdog=off"], watchdog: false, overdue: false },
    { set: ["drill-overdue-after=8d"], watchdog: true, overdue: true },
  ])("takes alerts in or leaves them out: $set", ({ set, watchdog, overdue }) => {
    const rendered = renderPrometheus(parseSettings(set));
    expect(rendered.includes("AccountSyncWatchdog")).toBe(watchdog);
    expect(rendered.includes("AccountSyncDrillOverdue")).toBe(overdue);
  });

  it.each([
    { by: "account", sum: "sum by (account) (increase(" },
    { by: "account,instance", sum: "sum by (account, instance) (increase(" },
  ])("lets Spike ring by $by", ({ by, sum }) => {
    const [spike, missed] = parse(renderPrometheus(parseSettings([`spike-by=${by}`]))).groups[0].rules;
    expect(spike.expr.startsWith(sum)).toBe(true);
    expect(missed.expr).toContain(`on (${by.replace(",", ", ")}) ((`);
  });

  it("of the prefix leaves no metric behind, in any form", () => {
    for (const render of [renderPrometheus, renderKubernetes, renderDashboard]) {
      expect(render(settings)).not.toContain(DEFAULT_SETTINGS.prefix);
    }
  });

  it("reaches the manifest's metadata", () => {
    expect(parse(renderKubernetes(settings)).metadata).toEqual({
      name: "account-sync",
      namespace: "monitoring",
      labels: { "app.kubernetes.io/name": "account-sync-drill", release: "kps" },
    });
  });
});

describe("the dashboard", () => {
  const { panels } = JSON.parse(renderDashboard(DEFAULT_SETTINGS));

  it("lays its panels out on Grafana's 24 columns without overlap", () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }: { gridPos: Record<string, number> }) => {
      expect((x ?? 24) + (w ?? 24)).toBeLessThanOrEqual(24);
      return Array.from({ length: (w ?? 0) * (h ?? 0) }, (_, at) =>
        [(x ?? 0) + (at % (w ?? 1)), (y ?? 0) + Math.floor(at / (w ?? 1))].join(),
      );
    });
    expect(new Set(cells).size).toBe(cells.length);
  });
});
