import { labelsOf, placeOf, runbookUrl } from "./alert-parts.js";
import type { AlertRule } from "./alert-rule.js";
import type { PackSettings } from "./pack-settings.js";

const ABSENT = "AccountSyncTargetAbsent";
const NEVER_COMPLETED = "AccountSyncNeverCompleted";
const SERIES_ABSENT = "AccountSyncSeriesAbsent";
const CRASH_LOOP = "AccountSyncCrashLoop";
/** Fetches that fail are AccountSyncErrors' to tell. */
const ERRORS_WINDOW = "5m";

/** Nothing that syncs an account is scraped, or one target that did is there no longer: the other alerts are blind. */
export function targetAbsent(settings: PackSettings): AlertRule {
  const { prefix, absentFor, absentMemory } = settings;
  const liveness = `${prefix}_last_wall_ts`;
  const noneLeft = `absent(${liveness})`;
  const remembered = `max by (instance, job) (max_over_time(${liveness}[${absentMemory}]))`;
  return {
    alert: ABSENT,
    expr: [
      noneLeft,
      // A target that service discovery still names; where none is left, the line above says so once.
      `or (up and on (instance, job) ${remembered} unless on (instance, job) ${liveness} unless on () ${noneLeft})`,
    ].join("\n"),
    for: absentFor,
    keep_firing_for: settings.keepFiringFor,
    labels: labelsOf("availability", settings),
    annotations: {
      summary:
        "{{ if $labels.instance }}An account sync is no longer scraped on {{ $labels.instance }}" +
        "{{ else }}No account sync is scraped{{ end }}",
      description:
        `${liveness} comes from {{ if $labels.instance }}{{ $labels.instance }} no longer, though it is still a` +
        " target: no other alert of this pack can ring for it{{ else }}no target: no other alert of this pack can" +
        " ring{{ end }}.",
      runbook_url: runbookUrl(ABSENT, settings),
    },
  };
}

/** The process is scraped, and its first sync neither ends nor fails. */
export function neverCompleted(settings: PackSettings): AlertRule {
  const { prefix, neverCompletedFor } = settings;
  const errors = `increase(${prefix}_errors_total{reason!="none"}[${ERRORS_WINDOW}])`;
  return {
    alert: NEVER_COMPLETED,
    expr: `${prefix}_last_wall_ts == 0\nunless ignoring (reason) ${errors} > 0`,
    for: neverCompletedFor,
    keep_firing_for: settings.keepFiringFor,
    labels: labelsOf("correctness", settings),
    annotations: {
      summary: `The account sync has never completed on ${placeOf("$labels")}`,
      description:
        `${placeOf("$labels")} is scraped, but no sync has ended since it started, with an error neither:` +
        " mismatches are not looked for.",
      runbook_url: runbookUrl(NEVER_COMPLETED, settings),
    },
  };
}

/** The process is scraped, and a series is missing that another alert needs. */
export function seriesAbsent(settings: PackSettings): AlertRule {
  const { prefix, seriesAbsentFor } = settings;
  const liveness = `${prefix}_last_wall_ts`;
  const without = (label: string, series: string) => `(${liveness} unless ignoring (${label}) ${series})`;
  return {
    alert: SERIES_ABSENT,
    expr: [
      without("rule", `${prefix}_mismatches_total{rule!=""}`),
      without("rule", `${prefix}_last_mismatch_timestamp_seconds{rule!=""}`),
      without("reason", `${prefix}_errors_total{reason!=""}`),
      `(${liveness} unless ${prefix}_age_seconds)`,
      `(group without (rule) (${prefix}_mismatches_total) unless ${liveness})`,
    ].join("\nor "),
    for: seriesAbsentFor,
    keep_firing_for: settings.keepFiringFor,
    labels: labelsOf("correctness", settings),
    annotations: {
      summary: `Some of the account sync's series are missing on ${placeOf("$labels")}`,
      description:
        `${placeOf("$labels")} is scraped, but one of ${prefix}_mismatches_total by rule,` +
        ` _last_mismatch_timestamp_seconds by rule, _errors_total by reason, _age_seconds and _last_wall_ts does not` +
        " arrive: an alert of this pack cannot ring for it.",
      runbook_url: runbookUrl(SERIES_ABSENT, settings),
    },
  };
}

/** The process starts again and again, so that no alert that has to wait gets to ring. */
export function crashLoop(settings: PackSettings): AlertRule {
  const { prefix, crashLoopRestarts, crashLoopWindow, crashLoopKeepFiringFor } = settings;
  const liveness = `${prefix}_last_wall_ts`;
  // Two steps back: a single scrape that failed is no restart.
  const cameBack = `${liveness} unless (${liveness} offset 30s or ${liveness} offset 1m)`;
  return {
    alert: CRASH_LOOP,
    expr: [
      `count_over_time((${cameBack})[${crashLoopWindow}:30s]) >= ${crashLoopRestarts}`,
      `or resets(${liveness}[${crashLoopWindow}]) >= ${crashLoopRestarts}`,
    ].join("\n"),
    for: "0s",
    keep_firing_for: crashLoopKeepFiringFor,
    labels: labelsOf("availability", settings),
    annotations: {
      summary: `The account sync keeps restarting on ${placeOf("$labels")}`,
      description:
        `${placeOf("$labels")} came back {{ $value }} times in the last ${crashLoopWindow}: alerts that have to wait` +
        " do not get to ring, and mismatches in between are not looked for.",
      runbook_url: runbookUrl(CRASH_LOOP, settings),
    },
  };
}
