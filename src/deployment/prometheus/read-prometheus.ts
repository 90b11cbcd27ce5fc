import { type CounterText, counterText } from "../counter-text.js";
import type { Answer, Read, Refusal } from "../http/answer.js";
import { readJson, readText } from "../http/answer.js";
import type { Ask } from "../http/ask.js";
import * as answers from "./prometheus-answers.js";

/** What one Prometheus said, each answer by itself: one that is missing hides nothing of the others. */
export interface PrometheusSeen {
  /** As the user gave it. */
  readonly url: string;
  readonly version: Read<string>;
  readonly targets: Read<readonly answers.Target[]>;
  /** Every series of the pack's metrics. */
  readonly series: Read<readonly answers.Sample[]>;
  /** The exporters' clocks against Prometheus', in seconds, by series. */
  readonly clocks: Read<readonly answers.Sample[]>;
  /** Metrics that look like the pack's under another prefix; asked for only where there are no series. */
  readonly strangers: Read<readonly answers.Sample[]>;
  readonly groups: Read<readonly answers.RuleGroup[]>;
  readonly alertmanagers: Read<readonly string[]>;
  /** The configuration as YAML. It may hold secrets and must not be kept. */
  readonly config: Read<string>;
  readonly runtime: Read<answers.Runtime>;
  readonly counters: Read<CounterText>;
  /** How far its clock is ahead of ours, in ms, to the second; null where it does not say. */
  readonly clockAheadMs: number | null;
  /** Its own time when it answered, Unix ms; null where it does not say. */
  readonly now: number | null;
}

/** What to ask for. */
export interface PrometheusQuestions {
  readonly url: string;
  readonly prefix: string;
  /** Names of all metrics that the pack's expressions use. */
  readonly metrics: readonly string[];
  readonly clock: () => number;
}

/** Asks one Prometheus everything that an audit needs: ten GETs. */
export async function readPrometheus(ask: Ask, questions: PrometheusQuestions): Promise<PrometheusSeen> {
  const { url, prefix, metrics, clock } = questions;
  const get = (path: string) => ask({ url: `${url}${path}`, trusted: true });
  const query = (expression: string) => get(`/api/v1/query?query=${encodeURIComponent(expression)}`);
  const wall = `${prefix}_last_wall_ts`;
  const askedAt = clock();
  const [build, targets, series, clocks, rules, alertmanagers, config, runtime, counters] = await Promise.all(
    [
      get("/api/v1/status/buildinfo"),
      get("/api/v1/targets?state=active"),
      query(`{__name__=~"${metrics.join("|")}"}`),
      query(`(${wall} > 0) / 1000 + ${prefix}_age_seconds - timestamp(${wall})`),
      get("/api/v1/rules?type=alert"),
      get("/api/v1/alertmanagers"),
      get("/api/v1/status/config"),
      get("/api/v1/status/runtimeinfo"),
      get("/metrics"),
    ],
  );
  const clockAheadMs = clockAhead(rules, askedAt, clock());
  const samples = readJson(series, answers.vector);
  const isEmpty = "value" in samples && samples.value.length === 0;
  const strangers = isEmpty
    ? readJson(
        await query('count by (__name__, job, instance) ({__name__=~".*account_sync_last_wall_ts"})'),
        answers.vector,
      )
    : { value: [] };
  return {
    url,
    version: readJson(build, answers.version),
    targets: readJson(targets, answers.targets),
    series: samples,
    clocks: readJson(clocks, answers.vector),
    strangers,
    groups: readJson(rules, answers.ruleGroups),
    alertmanagers: readJson(alertmanagers, answers.alertmanagerUrls),
    config: readJson(config, answers.configYaml),
    runtime: readJson(runtime, answers.runtime),
    counters: readText(counters, counterText),
    clockAheadMs,
    now: clockAheadMs === null ? null : clock() + clockAheadMs,
  };
}

/** How far a server's `Date` (to the second) is ahead of the moment it was asked; 0 within the asking itself. */
export function clockAhead(answer: Answer | Refusal, askedAt: number, answeredAt: number): number | null {
  if (!("status" in answer)) return null;
  const date = Date.parse(answer.headers.date ?? "");
  if (Number.isNaN(date)) return null;
  if (date > answeredAt) return date - answeredAt;
  return date + 1000 < askedAt ? date + 1000 - askedAt : 0;
}
