import { labelsOf, placeOf, queryOf, runbookUrl } from "./alert-parts.js";
import type { AlertRule } from "./alert-rule.js";
import type { PackSettings } from "./pack-settings.js";

const STALE = "AccountSyncStale";
const DATA_STALE = "AccountSyncDataStale";
const ERRORS = "AccountSyncErrors";

/** The loop synced once, and no longer does. */
export function syncStale(settings: PackSettings): AlertRule {
  const { prefix, staleAfter, staleFor } = settings;
  return {
    alert: STALE,
    expr: `${prefix}_age_seconds > ${staleAfter} and ${prefix}_last_wall_ts > 0`,
    for: staleFor,
    keep_firing_for: settings.keepFiringFor,
    labels: labelsOf("correctness", settings),
    annotations: {
      summary: `The account sync has stopped on ${placeOf("$labels")}`,
      description:
        "The last sync without a fetch error ended {{ $value | humanizeDuration }} ago on" +
        ` ${placeOf("$labels")}: mismatches are not looked for.`,
      runbook_url: runbookUrl(STALE, settings),
    },
  };
}

/** Syncs complete, but what they bring is old; an empty account has no data that could be. */
export function dataStale(settings: PackSettings): AlertRule {
  const { prefix, dataStaleAfter, dataStaleFor } = settings;
  return {
    alert: DATA_STALE,
    expr: [
      `${prefix}_data_age_seconds > ${dataStaleAfter} and ${prefix}_last_ts > 0`,
      `and (${prefix}_open_orders_count > 0 or ${prefix}_positions_count > 0)`,
    ].join("\n"),
    for: dataStaleFor,
    keep_firing_for: settings.keepFiringFor,
    labels: labelsOf("correctness", settings),
    annotations: {
      summary: `The account's data is old on ${placeOf("$labels")}`,
      description:
        "The last answer that was accepted is {{ $value | humanizeDuration }} old on" +
        ` ${placeOf("$labels")}, and the account is not empty.`,
      runbook_url: runbookUrl(DATA_STALE, settings),
    },
  };
}

/** Fetches keep failing. One failed fetch is no page: the increase has to outlive `for`, which one alone cannot. */
export function accountSyncErrors(settings: PackSettings): AlertRule {
  const { prefix, errorsAbove, errorsWindow, errorsFor } = settings;
  const increase = `increase(${prefix}_errors_total{reason!="none"}[${errorsWindow}])`;
  const byReason = queryOf(`sum by (account, instance, reason) (${increase}) > 0`);
  return {
    alert: ERRORS,
    expr: `sum(${increase}) > ${errorsAbove}`,
    for: errorsFor,
    keep_firing_for: settings.keepFiringFor,
    labels: labelsOf("availability", settings),
    annotations: {
      summary: "The account cannot be fetched",
      description:
        `Failed fetches in the last ${errorsWindow}:` +
        `{{ range ${byReason} | sortByLabel "reason" }} {{ .Labels.reason }} on ${placeOf(".Labels")}` +
        ` (about {{ .Value | printf "%.0f" }});{{ end }} an error is not an empty account.`,
      runbook_url: runbookUrl(ERRORS, settings),
    },
  };
}
