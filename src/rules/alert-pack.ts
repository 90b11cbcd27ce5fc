import type { AlertRule } from "./alert-rule.js";
import { crashLoop, neverCompleted, seriesAbsent, targetAbsent } from "./blind-alerts.js";
import { drillOverdue, WATCHDOG, watchdog } from "./heartbeat-alerts.js";
import { mismatchMissed } from "./missed-alert.js";
import type { PackSettings } from "./pack-settings.js";
import { mismatchSpike } from "./spike-alert.js";
import { accountSyncErrors, dataStale, syncStale } from "./sync-alerts.js";

/** A question that the pack answers, with the alerts that answer it. */
interface Question {
  readonly asks: string;
  readonly answers: readonly ((settings: PackSettings) => AlertRule)[];
}

const QUESTIONS: readonly Question[] = [
  { asks: "Has the account diverged?", answers: [mismatchSpike, mismatchMissed] },
  { asks: "Does the sync still run?", answers: [syncStale, neverCompleted, crashLoop, targetAbsent] },
  { asks: "Can it still be seen?", answers: [seriesAbsent] },
  { asks: "Is its data fresh?", answers: [dataStale] },
  { asks: "Does the exchange answer?", answers: [accountSyncErrors] },
  { asks: "Would it still ring?", answers: [watchdog, drillOverdue] },
];

/** The name of the one group that holds the pack. */
export const GROUP_NAME = "account-sync";

/** What stands at the top of the pack: which alert answers which question. */
export function packHeader(settings: PackSettings): string[] {
  const widest = Math.max(...QUESTIONS.map(({ asks }) => asks.length));
  return QUESTIONS.flatMap(({ asks, answers }) => {
    const names = wanted(answers, settings).map(({ alert }) => alert);
    return names.length === 0 ? [] : [`${asks.padEnd(widest)}  ${names.join(", ")}`];
  });
}

/** The alerts of the pack, with these settings. The order matters: Missed looks at what Spike did. */
export function alertPack(settings: PackSettings): readonly AlertRule[] {
  return QUESTIONS.flatMap(({ answers }) => wanted(answers, settings));
}

/** The alerts that somebody is paged for: all but the heartbeat, which rings while nothing is wrong. */
export function pagingAlerts(settings: PackSettings): readonly AlertRule[] {
  return alertPack(settings).filter(({ alert }) => alert !== WATCHDOG);
}

function wanted(answers: Question["answers"], settings: PackSettings): AlertRule[] {
  return answers
    .filter((make) => make !== watchdog || settings.watchdog === "on")
    .filter((make) => make !== drillOverdue || settings.drillOverdueAfter !== "off")
    .map((make) => make(settings));
}
