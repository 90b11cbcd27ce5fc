import type { PackSettings } from "./pack-settings.js";

/** One panel of the dashboard: a question, and the queries that answer it. */
export interface Panel {
  readonly title: string;
  readonly description: string;
  readonly type: "stat" | "timeseries" | "state-timeline";
  readonly unit: string;
  readonly width: number;
  readonly height: number;
  readonly queries: readonly { readonly expr: string; readonly legend: string }[];
}

/** The panels in reading order: does it ring, what was found, does it run, what is in the account. */
export function panelsOf({ prefix }: PackSettings): readonly Panel[] {
  const perInstance = (name: string) => ({ expr: `${prefix}_${name}`, legend: "{{instance}}" });
  const stat = { type: "stat", width: 6, height: 4 } as const;
  const graph = { type: "timeseries", width: 12, height: 8 } as const;
  return [
    {
      ...stat,
      title: "Alerts that ring",
      description: "How many alerts of the pack are firing now.",
      unit: "short",
      queries: [
        { expr: 'count(ALERTS{alertname=~"AccountSync.+",alertstate="firing"}) or vector(0)', legend: "" },
      ],
    },
    {
      ...stat,
      title: "Mismatches, last hour",
      description: "Every rule and instance together.",
      unit: "short",
      queries: [{ expr: `sum(increase(${prefix}_mismatches_total{rule!="none"}[1h]))`, legend: "" }],
    },
    {
      ...stat,
      title: "Since the last sync",
      description: "Of the instance that is furthest behind. AccountSyncStale looks at this.",
      unit: "s",
      queries: [{ expr: `max(${prefix}_age_seconds)`, legend: "" }],
    },
    {
      ...stat,
      title: "Pending notional",
      description: "Price times rest, over all open orders.",
      unit: "short",
      queries: [{ expr: `sum(${prefix}_pending_notional)`, legend: "" }],
    },
    {
      type: "state-timeline",
      width: 24,
      height: 6,
      title: "From mismatch to page",
      description: "When each alert of the pack was pending and firing.",
      unit: "short",
      queries: [
        {
          expr: 'max by (alertname, alertstate) (ALERTS{alertname=~"AccountSync.+"})',
          legend: "{{alertname}} {{alertstate}}",
        },
      ],
    },
    {
      ...graph,
      title: "Mismatches by rule",
      description: "What increase() sees in 5 minutes. AccountSyncMismatchSpike looks at the sum.",
      unit: "short",
      queries: [
        {
          expr: `sum by (rule) (increase(${prefix}_mismatches_total{rule!="none"}[5m]))`,
          legend: "{{rule}}",
        },
      ],
    },
    {
      ...graph,
      title: "Since the last mismatch, by rule",
      description: "Also after a restart or a scrape gap. AccountSyncMismatchMissed looks at this.",
      unit: "s",
      queries: [
        {
          expr: `time() - max by (rule) (${prefix}_last_mismatch_timestamp_seconds > 0)`,
          legend: "{{rule}}",
        },
      ],
    },
    {
      ...graph,
      title: "Age of the sync and of its data",
      description: "AccountSyncStale and AccountSyncDataStale look at these.",
      unit: "s",
      queries: [
        { expr: `${prefix}_age_seconds`, legend: "sync, {{instance}}" },
        { expr: `${prefix}_data_age_seconds`, legend: "data, {{instance}}" },
      ],
    },
    {
      ...graph,
      title: "Failed fetches by reason",
      description: "What increase() sees in 5 minutes. AccountSyncErrors looks at the sum.",
      unit: "short",
      queries: [
        {
          expr: `sum by (reason) (increase(${prefix}_errors_total{reason!="none"}[5m]))`,
          legend: "{{reason}}",
        },
      ],
    },
    {
      ...graph,
      title: "Positions",
      description: "In the last accepted snapshot.",
      unit: "short",
      queries: [perInstance("positions_count")],
    },
    {
      ...graph,
      title: "Open orders",
      description: "In the last accepted snapshot.",
      unit: "short",
      queries: [perInstance("open_orders_count")],
    },
  ];
}
