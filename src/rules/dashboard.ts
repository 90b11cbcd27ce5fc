import { type Panel, panelsOf } from "./dashboard-panels.js";
import type { PackSettings } from "./pack-settings.js";

const DATASOURCE = { type: "prometheus", uid: "$datasource" } as const;
const WIDTH = 24;

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
      list: [{ name: "datasource", label: "Data source", type: "datasource", query: "prometheus" }],
    },
    panels: panels.map((panel, index) => panelDocument(panel, index, placeOf(panels, index))),
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

function panelDocument(panel: Panel, index: number, gridPos: object): object {
  const { title, description, type, unit, queries } = panel;
  return {
    id: index + 1,
    type,
    title,
    description,
    datasource: DATASOURCE,
    gridPos,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: type === "stat" ? { reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false } } : {},
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
