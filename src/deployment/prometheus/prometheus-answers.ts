// The answers of Prometheus' HTTP API v1 (Prometheus documentation, "HTTP API"), as far as an audit needs them.
import { FieldReader } from "../../syncer/field-reader.js";
import { dataOf } from "../http/answer.js";
import { goTime, type Labels, labelsIn, looseNumber, looseRows, looseText } from "../server-fields.js";
import { printedSeconds } from "./prometheus-duration.js";

/** A target that Prometheus scrapes. */
export interface Target {
  readonly labels: Labels;
  /** `up`, `down`, or `unknown`: not scraped yet. */
  readonly health: string;
  readonly lastError: string;
  /** Seconds; null where the server does not say. */
  readonly interval: number | null;
  readonly url: string;
}

/** A series and its value now. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** A group of alerting rules. */
export interface RuleGroup {
  readonly name: string;
  /** Seconds; 0 where the server does not say. */
  readonly interval: number;
  /** Seconds that its last evaluation took. */
  readonly evaluationTime: number;
  /** Unix ms; null before the first. */
  readonly lastEvaluation: number | null;
  readonly rules: readonly LoadedRule[];
}

/** An alerting rule as it is loaded; durations in seconds. */
export interface LoadedRule {
  readonly name: string;
  readonly query: string;
  readonly for: number;
  /** Null where the server does not say, as before 2.42. */
  readonly keepFiringFor: number | null;
  readonly labels: Labels;
  /** `ok`, `err`, or `unknown`: not evaluated yet. */
  readonly health: string;
  readonly lastError: string;
  /** `firing` where an alert of it fires now. */
  readonly state: string;
}

/** How the server itself is. */
export interface Runtime {
  readonly isConfigLoaded: boolean;
  /** RFC 3339, as the server says it. */
  readonly configTime: string;
  /** Unix ms; null where the server does not say. */
  readonly startedAt: number | null;
}

export function version(document: unknown, problems: string[]): string {
  return new FieldReader(dataOf(document, problems), "data", problems).text("version");
}

export function targets(document: unknown, problems: string[]): Target[] {
  const data = new FieldReader(dataOf(document, problems), "data", problems);
  return data.rows("activeTargets", (row, path) => {
    const target = new FieldReader(row, path, problems);
    return {
      labels: labelsIn(target, "labels"),
      health: target.text("health"),
      lastError: looseText(target, "lastError"),
      interval: printedSeconds(looseText(target, "scrapeInterval")),
      url: looseText(target, "scrapeUrl"),
    };
  });
}

export function vector(document: unknown, problems: string[]): Sample[] {
  const data = new FieldReader(dataOf(document, problems), "data", problems);
  data.oneOf("resultType", ["vector"]);
  return data.rows("result", (row, path) => {
    const sample = new FieldReader(row, path, problems);
    const pair = sample.raw("value");
    const text: unknown = Array.isArray(pair) ? pair[1] : undefined;
    const value = typeof text === "string" ? Number(text.replace("Inf", "Infinity")) : Number.NaN;
    if (typeof text !== "string") sample.refuse("value", "expected a time and a value", 0);
    return { labels: labelsIn(sample, "metric"), value };
  });
}

export function ruleGroups(document: unknown, problems: string[]): RuleGroup[] {
  const data = new FieldReader(dataOf(document, problems), "data", problems);
  return data.rows("groups", (row, path) => {
    const group = new FieldReader(row, path, problems);
    return {
      name: group.text("name"),
      interval: looseNumber(group, "interval"),
      evaluationTime: looseNumber(group, "evaluationTime"),
      lastEvaluation: goTime(looseText(group, "lastEvaluation")),
      rules: looseRows(group, "rules", (rule, at) => loadedRule(new FieldReader(rule, at, problems))),
    };
  });
}

function loadedRule(rule: FieldReader): LoadedRule {
  return {
    name: rule.text("name"),
    query: rule.text("query"),
    for: looseNumber(rule, "duration"),
    keepFiringFor: rule.raw("keepFiringFor") === undefined ? null : looseNumber(rule, "keepFiringFor"),
    labels: labelsIn(rule, "labels"),
    health: looseText(rule, "health"),
    lastError: looseText(rule, "lastError"),
    state: looseText(rule, "state"),
  };
}

/** The addresses that Prometheus posts alerts to. */
export function alertmanagerUrls(document: unknown, problems: string[]): string[] {
  const data = new FieldReader(dataOf(document, problems), "data", problems);
  return looseRows(data, "activeAlertmanagers", (row, path) =>
    new FieldReader(row, path, problems).text("url"),
  );
}

export function configYaml(document: unknown, problems: string[]): string {
  return looseText(new FieldReader(dataOf(document, problems), "data", problems), "yaml");
}

export function runtime(document: unknown, problems: string[]): Runtime {
  const data = new FieldReader(dataOf(document, problems), "data", problems);
  return {
    isConfigLoaded: data.boolean("reloadConfigSuccess"),
    configTime: looseText(data, "lastConfigTime"),
    startedAt: goTime(looseText(data, "startTime")),
  };
}
