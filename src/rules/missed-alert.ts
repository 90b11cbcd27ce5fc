import { labelsOf, placeOf, queryOf, runbookUrl } from "./alert-parts.js";
import type { AlertRule } from "./alert-rule.js";
import { durationSeconds } from "./duration.js";
import type { PackSettings } from "./pack-settings.js";
import { groupedBy, increaseBy, SPIKE, spikeLabels } from "./spike-alert.js";

const MISSED = "AccountSyncMismatchMissed";
const CATEGORY = "correctness";
/** What Prometheus adds to an alert's series, and vmalert besides. */
const ADDED_TO_ALERTS = ["alertname", "alertstate", "alertgroup"];
/** How finely the moment is looked for at which Spike began to ring; coarser steps lose some. */
const STEP = "1s";

/**
 * Rings for a mismatch that Spike does not ring for, by the time of the last mismatch: that does not need two samples
 * around the mismatch, as increase() does. It also rings for an instance that begins to diverge while Spike rings for
 * another one, because nothing is sent for what joins an alert that rings.
 */
export function mismatchMissed(settings: PackSettings): AlertRule {
  const { prefix, missedKeepFiringFor } = settings;
  const times = timesOf(settings);
  const rules = queryOf(
    `max by (account, instance, rule) (${prefix}_last_mismatch_timestamp_seconds) > time() - ${times.seen}`,
  );
  return {
    alert: MISSED,
    expr: expressionOf(settings),
    for: "0s",
    keep_firing_for: missedKeepFiringFor,
    labels: labelsOf(CATEGORY, settings),
    annotations: {
      summary: `The account and the exchange disagree on ${placeOf("$labels")}`,
      description:
        `{{ range ${rules} | sortByLabel "rule" }}{{ if and (eq .Labels.instance $labels.instance)` +
        ` (eq .Labels.account $labels.account) }}{{ .Labels.rule }}, {{ end }}{{ end }}` +
        `last at {{ $value | humanizeTimestamp }} on ${placeOf("$labels")}. ${SPIKE} does not name it: it rang for` +
        " another account already, or a first scrape after a start, a gap between scrapes or slow scrapes hide an" +
        " increase.",
      runbook_url: runbookUrl(MISSED, settings),
    },
  };
}

interface Times {
  /** Seconds: how long a mismatch must have been seen, */
  readonly wait: number;
  /** how far back it is looked for, which is also how long an account must have been quiet to be new, */
  readonly window: number;
  /** how far back Spike's beginning still counts: longer than both alerts' waits and two intervals, */
  readonly named: number;
  /** and how old a mismatch may be that has just been seen for long enough. */
  readonly seen: number;
}

function timesOf({ missedFor, missedWindow, spikeFor }: PackSettings): Times {
  const [wait, window] = [durationSeconds(missedFor), durationSeconds(missedWindow)];
  return { wait, window, named: wait + 2 * durationSeconds(spikeFor), seen: window + wait };
}

function expressionOf(settings: PackSettings): string {
  const { spikeWindow } = settings;
  const { wait, window, named, seen } = timesOf(settings);
  const diverges = increaseBy(`without (${droppedLabels(settings)})`, settings);
  const begins = spikeBegins(settings);
  return [
    // It has been there for a while,
    `${lastMismatch(`[${spikeWindow}] offset ${wait}s`, settings)} > 0 > time() - ${seen}`,
    // and is not what already diverged before;
    `unless ${lastMismatch(`[${window}s] offset ${named}s`, settings)} > 0 > time() - ${window + named}`,
    // Spike did not name it when it began to ring,
    `unless max_over_time((${diverges} > 0 and ${begins.did})[${named}s:${STEP}])`,
    // nor is it about to.
    `unless (${diverges} > 0 and ${begins.will})`,
    // Once it rings, it rings on while the mismatch is in the window.
    `or ${lastMismatch(`[${window}s]`, settings)} > 0 > time() - ${window}`,
    `and ${ofOwnAlerts(MISSED, ',alertstate="firing"', "", settings)}`,
  ].join("\n");
}

function lastMismatch(range: string, settings: PackSettings): string {
  const gauge = `${settings.prefix}_last_mismatch_timestamp_seconds`;
  return `max without (${droppedLabels(settings)}) (max_over_time(${gauge}${range}))`;
}

/**
 * Whether Spike has just begun to ring, or is about to. Another pack's alerts have a label more or another value, which
 * is left over then and fits nothing.
 */
function spikeBegins(settings: PackSettings): { readonly did: string; readonly will: string } {
  const by = spikeLabels(settings);
  const own = by.length === 0 ? "vector(1)" : increaseBy(groupedBy(by), settings);
  const [firing, any] = [',alertstate="firing"', ""];
  const rang = ofOwnAlerts(SPIKE, firing, ` offset ${STEP}`, settings);
  const begun = (state: string) =>
    `on (${by.join(", ")}) ((${ofOwnAlerts(SPIKE, state, "", settings)} unless ${rang}) and ${own})`;
  return { did: begun(firing), will: begun(any) };
}

function ofOwnAlerts(alert: string, state: string, offset: string, settings: PackSettings): string {
  const labels = labelsOf(CATEGORY, settings);
  const own = Object.entries(labels).map(([name, value]) => `,${name}=${JSON.stringify(value)}`);
  const dropped = [...ADDED_TO_ALERTS, ...Object.keys(labels)].join(", ");
  return `sum without (${dropped}) (ALERTS{alertname="${alert}"${state}${own.join("")}}${offset})`;
}

/** What a series loses before it is compared with an alert: the rule, and what the alert puts its own value in. */
function droppedLabels(settings: PackSettings): string {
  return ["rule", ...Object.keys(labelsOf(CATEGORY, settings))].join(", ");
}
