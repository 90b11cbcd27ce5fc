import { parse } from "yaml";
import { durationSeconds } from "../../src/rules/duration.js";
import type { ExposedMetrics } from "./exposed-metrics.js";
import { expressionFaults, labelsOf } from "./expression-faults.js";
import {
  alertsOf,
  dashboardQueries,
  expectationsOf,
  type PackAlert,
  templateLabels,
  templateQueries,
} from "./pack-document.js";
import { isCondition, rangesOf, resultLabelsOf } from "./promql.js";
import type { PackFiles } from "./rule-pack.js";

const RUNBOOKS = "https://github.com/grinder/account-sync-drill/blob/main/docs/runbooks/";
const RUNBOOK_SECTIONS = ["Meaning", "Impact", "Triage", "Resolution"];
const LABELS = {
  severity: ["critical", "warning", "info"],
  category: ["correctness", "availability"],
  component: ["account"],
};
/** The heartbeat must not go where the pages go. */
const HEARTBEAT = "AccountSyncWatchdog";
const HEARTBEAT_LABELS = { ...LABELS, severity: ["none"], component: ["account-heartbeat"] };
/** Alerts that ring at once, because they look back themselves. */
const AT_ONCE = ["AccountSyncMismatchMissed", "AccountSyncCrashLoop", HEARTBEAT];
/** A route that waits five minutes between two notifications must get to tell it as ringing. */
const LONGEST_GROUP_INTERVAL_SECONDS = 300;
/** An increase() of a single event must outlive `for` by this much: the longest usual gap between two scrapes. */
const ROOM_SECONDS = 60;
/** Alerts that only repeated events are to ring, with the alert that covers a gap. */
const FOR_REPEATED_EVENTS: Readonly<Record<string, string>> = { AccountSyncErrors: "AccountSyncStale" };

/** Everything that is wrong with a pack and that can be found without a Prometheus. */
export function packFaults(files: PackFiles, exposed: ExposedMetrics): string[] {
  let alerts: PackAlert[];
  try {
    alerts = alertsOf(files.rules);
  } catch (error) {
    return [`yaml: ${error}`];
  }
  const names = alerts.map(({ alert }) => alert);
  const check = (expression: string) => expressionFaults(expression, exposed, names);
  return [
    ...alerts.flatMap((alert) =>
      [
        ...check(alert.expr),
        ...(isCondition(alert.expr) ? [] : ["condition: it is always true"]),
        ...labelFaults(alert),
        ...annotationFaults(alert, exposed, check),
        ...roomFaults(alert, names),
        ...keepFaults(alert),
        ...runbookFaults(alert, files),
      ].map((fault) => `${alert.alert}: ${fault}`),
    ),
    ...testedFaults(names, files.tests),
    ...headerFaults(names, files.rules),
    ...kubernetesFaults(files),
    ...dashboardQueries(files.dashboard)
      .flatMap(({ expr }) => check(expr))
      .map((fault) => `dashboard: ${fault}`),
  ];
}

function labelFaults({ alert, labels }: PackAlert): string[] {
  return Object.entries(alert === HEARTBEAT ? HEARTBEAT_LABELS : LABELS)
    .filter(([name, values]) => !values.includes(labels[name] ?? ""))
    .map(([name]) => `label: ${name} is ${labels[name] ?? "missing"}`);
}

function annotationFaults(
  { expr, annotations }: PackAlert,
  exposed: ExposedMetrics,
  check: (expression: string) => string[],
): string[] {
  const missing = ["summary", "description", "runbook_url"].filter((name) => !annotations[name]?.trim());
  return [
    ...missing.map((name) => `annotation: ${name} is missing`),
    ...Object.values(annotations).flatMap((template) => [
      ...unknownLabels(templateLabels(template), expr, exposed),
      ...templateQueries(template).flatMap(({ query, labels }) => [
        ...check(query).map((fault) => `template: ${fault}`),
        ...unknownLabels(labels, query, exposed),
      ]),
    ]),
  ];
}

function unknownLabels(used: readonly string[], expression: string, exposed: ExposedMetrics): string[] {
  const result = resultLabelsOf(expression);
  const known = "metric" in result ? labelsOf(result.metric, exposed) : result;
  return used
    .filter((label) => !known.includes(label))
    .map((label) => `template: ${label} is no label of the result`);
}

function roomFaults(alert: PackAlert, names: readonly string[]): string[] {
  const isAtOnce = AT_ONCE.includes(alert.alert) && alert.for === "0s";
  if (!isAtOnce && Number.isNaN(durationSeconds(alert.for))) return [`for: ${alert.for || "missing"}`];
  if (isAtOnce || !/^sum.*increase\(/.test(alert.expr)) return [];
  const cover = FOR_REPEATED_EVENTS[alert.alert];
  if (cover !== undefined) return names.includes(cover) ? [] : [`room: ${cover} is to cover its gaps`];
  return rangesOf(alert.expr)
    .filter((range) => durationSeconds(range) - durationSeconds(alert.for) < ROOM_SECONDS)
    .map((range) => `room: ${range} less ${alert.for} is shorter than ${ROOM_SECONDS}s`);
}

function keepFaults({ alert, keepFiringFor }: PackAlert): string[] {
  const isShort = !(durationSeconds(keepFiringFor) >= LONGEST_GROUP_INTERVAL_SECONDS);
  return isShort && alert !== HEARTBEAT ? [`keep_firing_for: ${keepFiringFor || "missing"}`] : [];
}

function runbookFaults({ alert, annotations }: PackAlert, { runbooks }: PackFiles): string[] {
  const page = runbooks.get(`${alert}.md`);
  const sections = [...(page ?? "").matchAll(/^## (.+)$/gm)].map(([, section = ""]) => section);
  return [
    ...(annotations.runbook_url === `${RUNBOOKS}${alert}.md`
      ? []
      : ["runbook: the address is not its page's"]),
    ...(page === undefined ? ["runbook: it has no page"] : []),
    ...RUNBOOK_SECTIONS.filter((section) => page !== undefined && !sections.includes(section)).map(
      (section) => `runbook: its page has no ${section}`,
    ),
  ];
}

// promtool takes a test for an alert that does not exist, as long as nothing is expected of it.
function testedFaults(names: readonly string[], tests: PackFiles["tests"]): string[] {
  const expected = [...tests.values()].flatMap(expectationsOf);
  const namesOf = (fires: boolean) =>
    new Set(expected.filter((expectation) => expectation.fires === fires).map(({ alert }) => alert));
  const [firing, silent] = [namesOf(true), namesOf(false)];
  return [
    ...names.filter((name) => !firing.has(name)).map((name) => `tests: none sees ${name} fire`),
    ...names.filter((name) => !silent.has(name)).map((name) => `tests: none sees ${name} silent`),
    ...[...new Set(expected.map(({ alert }) => alert))]
      .filter((name) => !names.includes(name))
      .map((name) => `tests: ${name} is no alert of the pack`),
    ...(new Set(names).size === names.length ? [] : ["names: one is used twice"]),
  ];
}

function headerFaults(names: readonly string[], rules: string): string[] {
  const header = rules.split("\n").filter((line) => line.startsWith("#"));
  const named = header.flatMap((line) => line.match(/AccountSync[A-Za-z]+/g) ?? []);
  const same = [...named].sort().join() === [...names].sort().join();
  return same ? [] : ["header: it does not name each alert once"];
}

function kubernetesFaults({ rules, kubernetes }: PackFiles): string[] {
  const same = JSON.stringify(parse(kubernetes)?.spec) === JSON.stringify(parse(rules));
  return same ? [] : ["kubernetes: the manifest's rules are others"];
}
