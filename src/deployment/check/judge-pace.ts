import { type ExpectedPack, SPIKE } from "../pack.js";
import type { RuleGroup } from "../prometheus/prometheus-answers.js";
import { durationText } from "../prometheus/prometheus-duration.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Check, checksIn } from "./check.js";
import type { PlacedAlert } from "./placed-alerts.js";
import { soundScrapeSeconds } from "./scraped-targets.js";

const { passed, failed, skipped } = checksIn("rules");
const LATE_INTERVALS = 3;

/** Whether the pack's groups are evaluated often enough, and in time. */
export function judgePace(placed: readonly PlacedAlert[], seen: PrometheusSeen, pack: ExpectedPack): Check[] {
  const groups = [...new Set(placed.map(({ group }) => group))];
  const slow = groups.filter((group) => isTooSlow(group.interval, pack, soundScrapeSeconds(seen, pack)));
  const { spikeWindow, spikeFor } = pack.settings;
  const checks = slow.map(({ name, interval }) =>
    failed(
      "interval",
      `group ${name} is evaluated every ${durationText(interval)}`,
      [`an increase is to be seen for ${spikeWindow} only, and must last ${spikeFor}`],
      "evaluation_interval: 30s, or interval: 30s in the group",
    ),
  );
  const heavy = groups.filter((group) => group.interval > 0 && group.evaluationTime > group.interval);
  checks.push(
    ...heavy.map(({ name, interval, evaluationTime }) => {
      const why = [`it is due every ${durationText(interval)}, so that evaluations are left out`];
      return failed(
        "pace",
        `an evaluation of group ${name} takes ${durationText(evaluationTime)}`,
        why,
        "evaluate it less often, or on a faster Prometheus",
      );
    }),
  );
  const late = seen.now === null ? [] : groups.filter((group) => isLate(group, seen.now ?? 0));
  checks.push(
    ...late.map(({ name, interval, lastEvaluation }) => {
      const age = durationText(Math.round(((seen.now ?? 0) - (lastEvaluation ?? 0)) / 1000));
      return failed(
        "pace",
        `group ${name} was last evaluated ${age} ago`,
        [`it is due every ${durationText(interval)}`],
        "see Prometheus' log",
      );
    }),
  );
  if (checks.length > 0) return checks;
  const longest = Math.max(...groups.map(({ interval }) => interval));
  if (longest === 0)
    return [skipped("interval", "cannot see how often is evaluated: the server does not say")];
  return [passed("interval", `evaluated every ${durationText(longest)}`)];
}

/** Whether an increase may be gone before its alert has waited for as long as it must. */
function isTooSlow(interval: number, { spikeRoom, settings, alerts }: ExpectedPack, scrape: number): boolean {
  if (interval === 0) return false;
  const wait = alerts.find(({ name }) => name === SPIKE)?.for ?? 0;
  const lasts = spikeRoom + wait - scrape;
  return Math.ceil(wait / interval) * interval + interval > lasts && settings.spikeFor !== "0s";
}

function isLate({ interval, lastEvaluation }: RuleGroup, now: number): boolean {
  return (
    lastEvaluation !== null && interval > 0 && now - lastEvaluation > (LATE_INTERVALS * interval + 10) * 1000
  );
}
