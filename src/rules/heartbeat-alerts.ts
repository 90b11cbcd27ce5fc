import { addedLabels, labelsOf, runbookUrl } from "./alert-parts.js";
import type { AlertRule } from "./alert-rule.js";
import { durationSeconds } from "./duration.js";
import type { PackSettings } from "./pack-settings.js";

/** The name of the alert that always rings. */
export const WATCHDOG = "AccountSyncWatchdog";
const DRILL_OVERDUE = "AccountSyncDrillOverdue";
/** What `ring` leaves for the node exporter. */
const LAST_DRILL = 'account_sync_drill_last_success_timestamp_seconds{command="ring"}';
/** A machine with the node exporter may be away for a while. */
const OVERDUE_FOR = "1h";

/**
 * Rings as long as some account is synced, for something outside that rings when this stops: all of it, from the scrape
 * to the receiver, may break without a word. Its component is not the pages', and its severity is nobody's.
 */
export function watchdog(settings: PackSettings): AlertRule {
  const { prefix, staleAfter } = settings;
  return {
    alert: WATCHDOG,
    expr: `count(${prefix}_age_seconds <= ${staleAfter} and ${prefix}_last_wall_ts > 0) > 0`,
    for: "0s",
    labels: {
      severity: "none",
      category: "availability",
      component: "account-heartbeat",
      ...addedLabels(settings),
    },
    annotations: {
      summary: "Accounts are synced and their alerts are evaluated: this must always ring",
      description:
        "{{ $value }} account(s) synced within their time. Send this to something outside that tells you when it stops;" +
        " never to a pager.",
      runbook_url: runbookUrl(WATCHDOG, settings),
    },
  };
}

/** Nobody has proven for too long that the alarm still rings. */
export function drillOverdue(settings: PackSettings): AlertRule {
  const { drillOverdueAfter } = settings;
  return {
    alert: DRILL_OVERDUE,
    expr: `time() - max(${LAST_DRILL}) > ${durationSeconds(drillOverdueAfter)}\nor absent(${LAST_DRILL})`,
    for: OVERDUE_FOR,
    keep_firing_for: settings.keepFiringFor,
    labels: labelsOf("availability", settings),
    annotations: {
      summary: "The alarm's fire drill is overdue",
      description: `No fire drill of the alarm has succeeded in ${drillOverdueAfter}: nobody knows whether it still rings.`,
      runbook_url: runbookUrl(DRILL_OVERDUE, settings),
    },
  };
}
