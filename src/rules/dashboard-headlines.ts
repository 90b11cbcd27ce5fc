import {
  CHOSEN,
  CHOSEN_ALERTS,
  CHOSEN_INSTANCE,
  type Panel,
  type Steps,
  type Words,
} from "./dashboard-panel.js";
import type { PackSettings } from "./pack-settings.js";
import { SPIKE } from "./spike-alert.js";

const STAT = { type: "stat", width: 6, height: 4 } as const;
const RINGING: Steps = [
  { from: null, color: "green" },
  { from: 1, color: "red" },
];
const NOTHING: Words = { "0": { text: "none", color: "green" } };

/** The dashboard's first row: what to look at first, each with a colour that means something. */
export function headlines({ prefix, staleAfter }: PackSettings): Panel[] {
  const served = `max by (instance) (max_over_time(${prefix}_last_wall_ts{${CHOSEN}}[1d]))`;
  return [
    {
      ...STAT,
      title: "Alerts that ring",
      description: "How many alerts of the pack are firing now, the heartbeat aside.",
      unit: "short",
      queries: [{ expr: `count(ALERTS{${CHOSEN_ALERTS},alertstate="firing"}) or vector(0)`, legend: "" }],
      steps: RINGING,
      words: NOTHING,
      alerts: [],
    },
    {
      ...STAT,
      title: "Mismatches, last hour",
      description: "Every rule of the chosen accounts together.",
      unit: "short",
      queries: [
        { expr: `round(sum(increase(${prefix}_mismatches_total{rule!="none",${CHOSEN}}[1h])))`, legend: "" },
      ],
      steps: RINGING,
      words: NOTHING,
      alerts: [SPIKE],
    },
    {
      ...STAT,
      title: "Since the last sync",
      description: "Of the account that is furthest behind. AccountSyncStale looks at this.",
      unit: "s",
      queries: [{ expr: `max(${prefix}_age_seconds{${CHOSEN}})`, legend: "" }],
      steps: [
        { from: null, color: "green" },
        { from: Number(staleAfter) / 2, color: "orange" },
        { from: Number(staleAfter), color: "red" },
      ],
      alerts: ["AccountSyncStale"],
    },
    {
      ...STAT,
      title: "Scraped",
      description:
        "Every target that has served an account's metrics within a day. AccountSyncTargetAbsent looks at this.",
      unit: "short",
      queries: [{ expr: `up{${CHOSEN_INSTANCE}} and on (instance) ${served}`, legend: "{{instance}}" }],
      steps: [
        { from: null, color: "red" },
        { from: 1, color: "green" },
      ],
      words: { "0": { text: "down", color: "red" }, "1": { text: "up", color: "green" } },
      alerts: ["AccountSyncTargetAbsent", "AccountSyncCrashLoop"],
    },
  ];
}
