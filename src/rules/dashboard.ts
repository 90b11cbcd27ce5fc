import { alertPack } from "./alert-pack.js";
import { runbookUrl } from "./alert-parts.js";
import type { Panel } from "./dashboard-panel.js";
import { panelsOf } from "./dashboard-panels.js";
import type { PackSettings } from "./pack-settings.js";

const DATASOURCE = { type: "prometheus", uid: "$datasource" } as const;
const WIDTH = 24;
const ALL = { text: "All", value: "$__all" } as const;

/** The Grafana dashboard as JSON, for its import page or a provisioned folder. */
export function renderDashboard(settings: PackSettings): string {
  const panels = panelsOf(settings);
  const dashboard = {
    uid: "account-sync-drill",
    title: "Account sync",
    tags: ["account-sync"],
    schemaVersion: 39,
    version: 1,
    editable: true,
    refresh: "30s",
    time: { from: "now-6h", to: "now" },
    timezone: "utc",
    templating: {
      list: [
        { name: "datasource", label: "Data source", type: "datasource", query: "prometheus" },
        variable("account", "Account", settings),
        variable("instance", "Instance", settings),
      ],
    },
    annotations: { list: [mismatches(settings)] },
    links: [link("The alerts and their runbooks", `${settings.runbookBaseUrl}/AccountSyncMismatchSpike.md`)],
    panels: panels.map((panel, index) => panelDocument(panel, index, placeOf(panels, index), settings)),
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

/** A choice of a label's values. An exporter of one account has no such label, and "All" has to fit it too. */
function variable(label: string, title: string, { prefix }: PackSettings): object {
  return {
    name: label,
    label: title,
    type: "query",
    datasource: DATASOURCE,
    query: `label_values(${prefix}_last_wall_ts, ${label})`,
    refresh: 2,
    includeAll: true,
    multi: true,
    allValue: ".*",
    current: ALL,
  };
}

/** A line across every graph where a mismatch happened. */
function mismatches({ prefix }: PackSettings): object {
  const gauge = `${prefix}_last_mismatch_timestamp_seconds{account=~"$account",instance=~"$instance"}`;
  return {
    name: "Mismatches",
    datasource: DATASOURCE,
    enable: true,
    iconColor: "red",
    expr: `changes(${gauge}[1m]) > 0`,
    titleFormat: "{{rule}}",
    textFormat: "{{account}} {{instance}}",
  };
}

function link(title: string, url: string): object {
  const shown = { icon: "doc", tooltip: "", tags: [], asDropdown: false };
  return { title, type: "link", url, ...shown, targetBlank: true, includeVars: false, keepTime: false };
}

function panelDocument(panel: Panel, index: number, gridPos: object, settings: PackSettings): object {
  const { title, description, type, unit, queries, alerts } = panel;
  const pack = alertPack(settings).map(({ alert }) => alert);
  return {
    id: index + 1,
    type,
    title,
    description,
    datasource: DATASOURCE,
    gridPos,
    links: alerts
      .filter((alert) => pack.includes(alert))
      .map((alert) => link(`Runbook: ${alert}`, runbookUrl(alert, settings))),
    fieldConfig: { defaults: { unit, min: 0, ...meaningOf(panel) }, overrides: [] },
    options: optionsOf(panel),
    targets: queries.map(({ expr, legend }, at) => ({
      refId: String.fromCharCode("A".charCodeAt(0) + at),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend,
      instant: type === "stat",
      range: type !== "stat",
    })),
  };
}

function meaningOf({ steps, words = {}, type }: Panel): object {
  const mapping = Object.entries(words).map(([value, shown], index) => [value, { ...shown, index }] as const);
  const mappings = mapping.length === 0 ? [] : [{ type: "value", options: Object.fromEntries(mapping) }];
  if (steps === undefined) return { mappings };
  const thresholds = {
    mode: "absolute",
    steps: steps.map(({ from, color }) => ({ value: from, color })),
  };
  const custom = type === "timeseries" ? { custom: { thresholdsStyle: { mode: "line" } } } : {};
  return { mappings, thresholds, ...custom };
}

function optionsOf({ type, queries }: Panel): object {
  if (type !== "stat") return {};
  const isNamed = queries.some(({ legend }) => legend !== "");
  return {
    reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false },
    colorMode: "background",
    textMode: isNamed ? "value_and_name" : "value",
  };
}

// Left to right, a new row where the next panel would not fit.
function placeOf(panels: readonly Panel[], index: number): { x: number; y: number; w: number; h: number } {
  let [x, y, rowHeight] = [0, 0, 0];
  for (const [at, { width, height }] of panels.entries()) {
    if (x + width > WIDTH) [x, y, rowHeight] = [0, y + rowHeight, 0];
    if (at === index) return { x, y, w: width, h: height };
    x += width;
    rowHeight = Math.max(rowHeight, height);
  }
  return { x, y, w: 0, h: 0 };
}
