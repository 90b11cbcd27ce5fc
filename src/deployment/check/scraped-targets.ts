import { type Read, type Refusal, wasRead } from "../http/answer.js";
import type { ExpectedPack } from "../pack.js";
import type { Sample, Target } from "../prometheus/prometheus-answers.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";

const SETTLING_MS = 10_000;

/** `cannot see the targets: Prometheus answered 404…` */
export function cannotSee(what: string, { why }: Refusal): string {
  return `cannot see ${what}: the server ${why}`;
}

/** Whether a Prometheus may not have looked for its targets and Alertmanagers yet: it does after 5 s. */
export function isNew({ runtime }: PrometheusSeen, now: number): boolean {
  if (!wasRead(runtime) || runtime.value.startedAt === null) return false;
  return now - runtime.value.startedAt < SETTLING_MS;
}

/** The scrape interval of the pack's targets, the longest of them, in seconds; null where it cannot be told. */
export function scrapeSeconds(seen: PrometheusSeen): number | null {
  if (!wasRead(seen.series)) return null;
  const intervals = ourTargets(seen.targets, seen.series.value).flatMap(({ interval }) => interval ?? []);
  return intervals.length === 0 ? null : Math.max(...intervals);
}

// The targets that the series come from, and those of the same jobs; where there are no series, those that may be it.
export function ourTargets(targets: Read<readonly Target[]>, series: readonly Sample[]): readonly Target[] {
  if (!wasRead(targets)) return [];
  const jobs = new Set(series.map(({ labels }) => labels.job));
  const found = targets.value.filter(({ labels }) => jobs.has(labels.job));
  if (found.length > 0) return found;
  return targets.value.length === 1 ? targets.value : targets.value.filter(({ health }) => health !== "up");
}

/**
 * The same, for judging what comes after; 0 where it is too long or cannot be told: one fault is told once, where it is.
 */
export function soundScrapeSeconds(seen: PrometheusSeen, { spikeRoom }: ExpectedPack): number {
  const seconds = scrapeSeconds(seen) ?? 0;
  return seconds >= spikeRoom ? 0 : seconds;
}

/** `account-sync/bot:9100` */
export function nameOfTarget({ job = "?", instance = "?" }: Readonly<Record<string, string>>): string {
  return `${job}/${instance}`;
}
