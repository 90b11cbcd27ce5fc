import { type MismatchRule, RUNBOOK_RULES } from "../syncer/mismatch-rules.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";
import type { Check, Observation } from "./check.js";
import type { Deviation } from "./deviation.js";
import { expositionFaults } from "./exposition-faults.js";
import type { MetricsText, SeriesLabel } from "./metrics-text.js";

/** The mismatch counter of one rule. */
export function counterIs(rule: MismatchRule, count: number, prefix: string): Check {
  return labelledCounterIs(`${prefix}_mismatches_total`, ["rule", rule], count);
}

/** The error counter of one reason. */
export function errorCounterIs(reason: FetchErrorReason, count: number, prefix: string): Check {
  return labelledCounterIs(`${prefix}_errors_total`, ["reason", reason], count);
}

/**
 * The mismatch counters of all rules, given what was found in all; read in the end or after so many syncs.
 *
 * @param rules those that are asked for; the runbook's where left out, so that a syncer of these alone passes.
 */
export function countersAre(
  found: readonly MismatchRule[],
  prefix: string,
  afterSyncs?: number,
  rules: readonly MismatchRule[] = RUNBOOK_RULES,
): Check {
  const countOf = (rule: MismatchRule) => found.filter((one) => one === rule).length;
  const when = afterSyncs === undefined ? "" : ` after ${afterSyncs} syncs`;
  const series = `${prefix}_mismatches_total`;
  return {
    label: `mismatch counters of all rules${when}`,
    stage: "counted",
    expected: rules.map((rule) => `${rule} ${countOf(rule)}`).join(", "),
    actual: (seen) => {
      const read = readingOf(seen, afterSyncs);
      return rules.map((rule) => `${rule} ${readValue(read, series, ["rule", rule])}`).join(", ");
    },
    deviations: (seen) =>
      rules.flatMap((rule) =>
        seriesDeviations(readingOf(seen, afterSyncs), series, countOf(rule), ["rule", rule]),
      ),
  };
}

/** A gauge without labels. */
export function gaugeIs(name: string, value: number, prefix: string): Check {
  return {
    label: `gauge ${name} is ${value}`,
    stage: "counted",
    expected: String(value),
    actual: ({ metrics }) => metrics.valueOf(`${prefix}_${name}`),
    deviations: ({ metrics }) => seriesDeviations(metrics, `${prefix}_${name}`, value),
  };
}

/** The gauges without labels that are named, together. */
export function gaugesAre(gauges: Readonly<Record<string, number>>, prefix: string): Check {
  const names = Object.keys(gauges);
  return {
    label: `gauges ${names.join(", ")}`,
    stage: "counted",
    expected: names.map((name) => `${name} ${gauges[name]}`).join(", "),
    actual: ({ metrics }) =>
      names.map((name) => `${name} ${metrics.valueOf(`${prefix}_${name}`)}`).join(", "),
    deviations: ({ metrics }) =>
      Object.entries(gauges).flatMap(([name, value]) =>
        seriesDeviations(metrics, `${prefix}_${name}`, value),
      ),
  };
}

/** A gauge without labels, read after so many syncs. */
export function gaugeAfter(syncs: number, name: string, value: number, prefix: string): Check {
  return {
    label: `gauge ${name} is ${value} after ${syncs} ${syncs === 1 ? "sync" : "syncs"}`,
    stage: "counted",
    expected: String(value),
    actual: (seen) => readValue(readingOf(seen, syncs), `${prefix}_${name}`),
    deviations: (seen) => seriesDeviations(readingOf(seen, syncs), `${prefix}_${name}`, value),
  };
}

/** Some line of the metrics text starts with each of these; what is missing is named. */
export function linesArePresent(label: string, patterns: readonly string[]): Check {
  return {
    label,
    stage: "exposed",
    expected: "none missing",
    actual: ({ metrics }) => {
      const missing = patterns.filter((pattern) => !metrics.hasLine(pattern));
      return missing.length === 0 ? "none missing" : `missing: ${missing.join(", ")}`;
    },
    deviations: ({ metrics }) =>
      patterns.filter((pattern) => !metrics.hasLine(pattern)).map((pattern) => absent(metrics, pattern)),
  };
}

/** The metrics text is one that a scraper takes whole. */
export function expositionIsValid(): Check {
  return {
    label: "the metrics text is valid",
    stage: "exposed",
    expected: "no fault",
    actual: ({ metrics }) => expositionFaults(metrics.text).slice(0, 3).join("; ") || "no fault",
    deviations: () => [{ kind: "other", what: "the metrics text is not valid" }],
  };
}

function labelledCounterIs(series: string, label: SeriesLabel, count: number): Check {
  return {
    label: `counter ${label[1]} is ${count}`,
    stage: "counted",
    expected: String(count),
    actual: ({ metrics }) => metrics.valueOf(series, label),
    deviations: ({ metrics }) => seriesDeviations(metrics, series, count, label),
  };
}

function readingOf(
  { metrics, scrapes }: Observation,
  afterSyncs: number | undefined,
): MetricsText | undefined {
  return afterSyncs === undefined ? metrics : scrapes?.get(afterSyncs);
}

function seriesDeviations(
  read: MetricsText | undefined,
  metric: string,
  expected: number,
  label?: SeriesLabel,
): Deviation[] {
  const came = readValue(read, metric, label);
  if (read === undefined || came === String(expected)) return [];
  const series = label === undefined ? metric : `${metric}{${label[0]}="${label[1]}"}`;
  if (came === "absent") return [{ kind: "absent", metric, series, there: read.inPlaceOf(metric) }];
  return [{ kind: "value", metric, series, rule: label?.[0] === "rule" ? label[1] : null }];
}

function absent(read: MetricsText, pattern: string): Deviation {
  const metric = /^(?:# (?:HELP|TYPE) )?([^ {]*)/.exec(pattern)?.[1] ?? "";
  return { kind: "absent", metric, series: pattern.trim(), there: read.inPlaceOf(metric) };
}

function readValue(read: MetricsText | undefined, series: string, label?: SeriesLabel): string {
  return read?.valueOf(series, label) ?? "no reading";
}
