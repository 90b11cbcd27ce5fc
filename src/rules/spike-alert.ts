import { labelsOf, placeOf, queryOf, runbookUrl, sumOf } from "./alert-parts.js";
import type { AlertRule } from "./alert-rule.js";
import type { PackSettings } from "./pack-settings.js";

/** The name of the seed's alert. */
export const SPIKE = "AccountSyncMismatchSpike";

/** The labels that Spike rings by; none where all accounts ring together. */
export function spikeLabels({ spikeBy }: PackSettings): readonly string[] {
  return spikeBy === "" ? [] : spikeBy.split(",");
}

/** How many mismatches Spike counts, `by` some labels or `without` some, in PromQL's words. */
export function increaseBy(grouping: string, { prefix, spikeWindow }: PackSettings): string {
  return `sum${grouping === "" ? "" : ` ${grouping} `}(increase(${prefix}_mismatches_total{rule!="none"}[${spikeWindow}]))`;
}

/**
 * The seed's alert (contract, section 9). Its sum() drops the rule, so the text asks for it again, as far back as the
 * alert rings: an account that joined later must not push the first one out of the text.
 */
export function mismatchSpike(settings: PackSettings): AlertRule {
  const { prefix, spikeAbove, spikeWindow, spikeFor, spikeKeepFiringFor } = settings;
  const by = spikeLabels(settings);
  const counter = `${prefix}_mismatches_total{rule!="none"}`;
  const rings = sumOf(spikeWindow, spikeKeepFiringFor);
  const byRule = queryOf(`sum by (account, instance, rule) (increase(${counter}[${rings}])) > 0`);
  const last = queryOf(`max(${prefix}_last_mismatch_timestamp_seconds) > 0`);
  const isOwn = by.map((label) => ` (eq .Labels.${label} $labels.${label})`);
  const [open, close] = by.length === 0 ? ["", ""] : [`{{ if and true${isOwn.join("")} }}`, "{{ end }}"];
  return {
    alert: SPIKE,
    expr: `${increaseBy(groupedBy(by), settings)} > ${spikeAbove}`,
    for: spikeFor,
    keep_firing_for: spikeKeepFiringFor,
    labels: labelsOf("correctness", settings),
    annotations: {
      summary: `The account and the exchange disagree${by.length === 0 ? "" : `: ${byText(by)}`}`,
      description:
        `Mismatches in the last ${rings}:` +
        `{{ range ${byRule} | sortByLabel "rule" }}${open} {{ .Labels.rule }} on ${placeOf(".Labels")}` +
        ` (about {{ .Value | printf "%.0f" }});${close}{{ end }}` +
        ` the last one at {{ with ${last} }}{{ . | first | value | humanizeTimestamp }}` +
        "{{ else }}a time that is no longer exposed{{ end }}.",
      runbook_url: runbookUrl(SPIKE, settings),
    },
  };
}

/** PromQL's grouping by labels; empty for none. */
export function groupedBy(labels: readonly string[]): string {
  return labels.length === 0 ? "" : `by (${labels.join(", ")})`;
}

function byText(by: readonly string[]): string {
  return by.map((label) => `{{ $labels.${label} }}`).join(" at ");
}
