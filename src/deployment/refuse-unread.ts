import { DrillError } from "../errors.js";
import type { AlertmanagerSeen } from "./alertmanager/read-alertmanager.js";
import { type Read, wasRead } from "./http/answer.js";
import type { PrometheusSeen } from "./prometheus/read-prometheus.js";

/**
 * Refuses to judge what did not answer as what it was taken for: the checker is broken then, not the alarm.
 *
 * @throws DrillError `not_completed`, one line that names the server, what it answered and what to do.
 */
export function refuseUnread(
  prometheus: readonly PrometheusSeen[],
  alertmanagers: readonly AlertmanagerSeen[],
): void {
  for (const seen of prometheus) {
    // What it says itself is a finding: the alerts may fail in the same way.
    const isItsOwnFailure = !wasRead(seen.series) && seen.series.refusal.kind === "failed";
    if (!isItsOwnFailure) need("--prometheus", seen.url, "/api/v1/query", seen.series);
    const [targets, rules] = [seen.targets, seen.groups];
    if (wasRead(targets) || wasRead(rules)) continue;
    const isFrontend = targets.refusal.kind === "missing" && rules.refusal.kind === "missing";
    if (!isFrontend) need("--prometheus", seen.url, "/api/v1/rules", rules);
    const what = "answers queries, but knows neither targets nor rules: a query frontend?";
    throw new DrillError(
      "not_completed",
      `--prometheus ${seen.url} ${what} Give the Prometheus that scrapes and evaluates`,
    );
  }
  for (const seen of alertmanagers) {
    need("--alertmanager", seen.url, "/api/v2/status", seen.status);
    need("--alertmanager", seen.url, "/api/v2/silences", seen.silences);
    need("--alertmanager", seen.url, "/api/v2/alerts", seen.alerts);
  }
}

function need(option: string, url: string, path: string, read: Read<unknown>): void {
  if (wasRead(read)) return;
  throw new DrillError("not_completed", `${option} ${url}${path} ${read.refusal.why}`);
}
