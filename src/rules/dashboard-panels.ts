import { headlines } from "./dashboard-headlines.js";
import { CHOSEN, CHOSEN_ALERTS, type Panel } from "./dashboard-panel.js";
import type { PackSettings } from "./pack-settings.js";
import { SPIKE } from "./spike-alert.js";

const PLACE = "{{account}} {{instance}}";
const GRAPH = { type: "timeseries", width: 12, height: 8 } as const;
/** The panels in reading order: does it ring, what was found, does it run, what is in the account. */
export function panelsOf(settings: PackSettings): readonly Panel[] {
  return [...headlines(settings), ...timelines(settings), ...graphs(settings)];
}

function timelines({ prefix }: PackSettings): Panel[] {
  return [
    {
      type: "state-timeline",
      width: 24,
      height: 6,
      title: "From mismatch to page",
      description: "When each alert of the pack was pending (1) and firing (2).",
      unit: "short",
      queries: [
        {
          expr:
            `max by (alertname, account, instance) (ALERTS{${CHOSEN_ALERTS},alertstate="firing"} * 2` +
            ` or ignoring (alertstate) ALERTS{${CHOSEN_ALERTS},alertstate="pending"})`,
          legend: "{{alertname}} {{account}} {{instance}}",
        },
      ],
      words: { "1": { text: "pending", color: "orange" }, "2": { text: "firing", color: "red" } },
      alerts: [],
    },
    {
      ...GRAPH,
      title: "Mismatches by rule",
      description: "What increase() sees in 5 minutes. AccountSyncMismatchSpike looks at the sum.",
      unit: "short",
      queries: [
        {
          expr: `sum by (rule) (increase(${prefix}_mismatches_total{rule!="none",${CHOSEN}}[5m]))`,
          legend: "{{rule}}",
        },
      ],
      alerts: [SPIKE],
    },
    {
      ...GRAPH,
      title: "Since the last mismatch, by rule",
      description: "Also after a restart or a scrape gap. AccountSyncMismatchMissed looks at this.",
      unit: "s",
      queries: [
        {
          expr: `time() - max by (rule, account, instance) (${prefix}_last_mismatch_timestamp_seconds{${CHOSEN}} > 0)`,
          legend: `{{rule}} ${PLACE}`,
        },
      ],
      alerts: ["AccountSyncMismatchMissed"],
    },
  ];
}

function graphs({ prefix, staleAfter }: PackSettings): Panel[] {
  const gauge = (name: string, legend = PLACE) => ({ expr: `${prefix}_${name}{${CHOSEN}}`, legend });
  return [
    {
      ...GRAPH,
      title: "Age of the sync and of its data",
      description: "AccountSyncStale and AccountSyncDataStale look at these.",
      unit: "s",
      queries: [gauge("age_seconds", `sync, ${PLACE}`), gauge("data_age_seconds", `data, ${PLACE}`)],
      steps: [
        { from: null, color: "transparent" },
        { from: Number(staleAfter), color: "red" },
      ],
      alerts: ["AccountSyncStale", "AccountSyncNeverCompleted", "AccountSyncDataStale"],
    },
    {
      ...GRAPH,
      title: "Failed fetches by reason",
      description: "What increase() sees in 5 minutes. AccountSyncErrors looks at the sum.",
      unit: "short",
      queries: [
        {
          expr: `sum by (reason) (increase(${prefix}_errors_total{reason!="none",${CHOSEN}}[5m]))`,
          legend: "{{reason}}",
        },
      ],
      alerts: ["AccountSyncErrors"],
    },
    {
      ...GRAPH,
      title: "Positions and open orders",
      description: "In the last accepted snapshot.",
      unit: "short",
      queries: [
        gauge("positions_count", `positions, ${PLACE}`),
        gauge("open_orders_count", `open orders, ${PLACE}`),
      ],
      alerts: [],
    },
    {
      ...GRAPH,
      title: "Pending notional",
      description: "Price times rest, over all open orders.",
      unit: "short",
      queries: [gauge("pending_notional")],
      alerts: [],
    },
    {
      ...GRAPH,
      width: 24,
      height: 5,
      title: "Would it still ring?",
      description:
        "AccountSyncWatchdog: 1 while an account is synced and the rules are evaluated; a gap is silence that means nothing.",
      unit: "short",
      queries: [
        {
          expr: 'max(ALERTS{alertname="AccountSyncWatchdog",alertstate="firing"}) or vector(0)',
          legend: "heartbeat",
        },
      ],
      words: { "0": { text: "silent", color: "red" }, "1": { text: "rings", color: "green" } },
      alerts: ["AccountSyncWatchdog", "AccountSyncSeriesAbsent"],
    },
  ];
}
