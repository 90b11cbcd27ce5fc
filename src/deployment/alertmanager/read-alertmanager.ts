import { type CounterText, counterText } from "../counter-text.js";
import { type Read, readJson, readText } from "../http/answer.js";
import type { Ask } from "../http/ask.js";
import { clockAhead } from "../prometheus/read-prometheus.js";
import type { Silence } from "../routing/judgement.js";
import { readSilences } from "../routing/suppression/read-silences.js";
import * as answers from "./alertmanager-answers.js";

/** What one Alertmanager said, each answer by itself. */
export interface AlertmanagerSeen {
  /** As the user gave it. */
  readonly url: string;
  readonly status: Read<answers.AlertmanagerStatus>;
  readonly silences: Read<readonly Silence[]>;
  readonly alerts: Read<readonly answers.HeldAlert[]>;
  readonly counters: Read<CounterText>;
  /** How far its clock is ahead of ours, in ms, to the second; null where it does not say. */
  readonly clockAheadMs: number | null;
}

/** Asks one Alertmanager everything that an audit needs: four GETs. */
export async function readAlertmanager(
  ask: Ask,
  url: string,
  clock: () => number,
): Promise<AlertmanagerSeen> {
  const get = (path: string) => ask({ url: `${url}${path}`, trusted: true });
  const askedAt = clock();
  const [status, silences, alerts, counters] = await Promise.all([
    get("/api/v2/status"),
    get("/api/v2/silences"),
    get("/api/v2/alerts"),
    get("/metrics"),
  ]);
  return {
    url,
    status: readJson(status, answers.alertmanagerStatus),
    silences: readJson(silences, readSilences),
    alerts: readJson(alerts, answers.heldAlerts),
    counters: readText(counters, counterText),
    clockAheadMs: clockAhead(status, askedAt, clock()),
  };
}
