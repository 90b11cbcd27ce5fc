import type { JsonValue } from "../../syncer/canonical-json.js";
import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { alertmanagerConfiguration } from "../check/route-alerts.js";
import { valueOr } from "../http/answer.js";
import { configurationOf } from "../outgoing/prometheus-configuration.js";
import type { ExpectedPack } from "../pack.js";
import { durationText } from "../prometheus/prometheus-duration.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import type { Relabeling } from "../routing/arrival/relabeling.js";
import type { AlertmanagerConfiguration, Route } from "../routing/configuration/configuration.js";
import { matcherText } from "../routing/matchers/matcher.js";

/**
 * What is kept of the configuration that was audited, and what the fingerprint is made of. It is a list of what may be
 * kept: names, matchers, expressions, durations. No address, no secret, no time, nothing that changes by itself.
 */
export function auditedConfiguration(
  seen: readonly PrometheusSeen[],
  alertmanagers: readonly AlertmanagerSeen[],
  pack: ExpectedPack,
): JsonValue {
  return {
    prometheus: seen.map((one) => ofPrometheus(one, pack)),
    alertmanagers: alertmanagers.map((one) => {
      const configuration = alertmanagerConfiguration(one);
      return configuration === null ? null : ofAlertmanager(configuration);
    }),
  };
}

function ofPrometheus(seen: PrometheusSeen, { alerts, settings }: ExpectedPack): JsonValue {
  const names = new Set(alerts.map(({ name }) => name));
  const configuration = configurationOf(seen);
  const groups = valueOr(seen.groups, []).flatMap(({ name, interval, rules }) => {
    const ours = rules.filter((rule) => names.has(rule.name));
    return ours.length === 0 ? [] : [{ name, interval: durationText(interval), rules: ours.map(ofRule) }];
  });
  const jobs = new Set(valueOr(seen.series, []).map(({ labels }) => labels.job));
  const scraped = valueOr(seen.targets, []).filter(({ labels }) => jobs.has(labels.job));
  return {
    metric_prefix: settings.prefix,
    scrape_intervals: Object.fromEntries(
      scraped.map(({ labels, interval }) => [
        labels.job ?? "",
        interval === null ? null : durationText(interval),
      ]),
    ),
    groups,
    external_labels: configuration?.alerting.externalLabels ?? null,
    alert_relabel_configs: configuration?.alerting.relabelings.map(ofStep) ?? null,
    alert_relabel_configs_of_each:
      configuration?.alerting.ofEachEntry.map((steps) => steps.map(ofStep)) ?? null,
    alertmanagers: valueOr(seen.alertmanagers, []).length,
  };
}

function ofRule(rule: {
  name: string;
  query: string;
  for: number;
  keepFiringFor: number | null;
  labels: Readonly<Record<string, string>>;
}): JsonValue {
  const { name, query, labels, keepFiringFor } = rule;
  const keep = keepFiringFor === null ? {} : { keep_firing_for: durationText(keepFiringFor) };
  return { alert: name, expr: query, for: durationText(rule.for), ...keep, labels };
}

function ofStep({ action, sourceLabels, regex, targetLabel, replacement }: Relabeling): JsonValue {
  return { action, source_labels: sourceLabels, regex: regex.source, target_label: targetLabel, replacement };
}

function ofAlertmanager({
  route,
  receivers,
  inhibitRules,
  timeIntervals,
}: AlertmanagerConfiguration): JsonValue {
  return {
    route: ofRoute(route),
    receivers: receivers.map(({ name, integrations }) => ({
      name,
      integrations: integrations.map(({ kind, sendResolved }) => ({
        kind,
        send_resolved: sendResolved ?? null,
      })),
    })),
    inhibit_rules: inhibitRules.map(({ source, target, equal }) => ({
      source: source.map(matcherText),
      target: target.map(matcherText),
      equal,
    })),
    time_intervals: Object.fromEntries(
      [...timeIntervals].map(([name, intervals]) => [name, intervals.map((one) => JSON.stringify(one))]),
    ),
  };
}

function ofRoute(route: Route): JsonValue {
  return {
    receiver: route.receiver,
    matchers: route.matchers.map(matcherText),
    continue: route.continue,
    group_by: route.groupBy,
    group_wait: durationText(route.groupWait),
    group_interval: durationText(route.groupInterval),
    repeat_interval: durationText(route.repeatInterval),
    mute_time_intervals: route.muteTimeIntervals,
    active_time_intervals: route.activeTimeIntervals,
    routes: route.routes.map(ofRoute),
  };
}
