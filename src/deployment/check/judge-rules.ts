import { wasRead } from "../http/answer.js";
import { type ExpectedAlert, type ExpectedPack, HEARTBEAT, SPIKE } from "../pack.js";
import type { LoadedRule, RuleGroup } from "../prometheus/prometheus-answers.js";
import { durationText } from "../prometheus/prometheus-duration.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Check, checksIn, counted, few } from "./check.js";
import { cannotSee, soundScrapeSeconds } from "./judge-scraped.js";
import { differences } from "./rule-differences.js";

const { passed, failed, warned, skipped, unseen } = checksIn("rules");
const LATE_INTERVALS = 3;

/** An alert of the pack, where it is loaded. */
interface Placed {
  readonly alert: ExpectedAlert;
  readonly rule: LoadedRule;
  readonly group: RuleGroup;
  readonly differences: readonly string[];
}

/** What stands between the series and a firing alert. */
export function judgeRules(
  seen: PrometheusSeen,
  pack: ExpectedPack,
  ruleFiles: readonly string[] | null,
): Check[] {
  if (!wasRead(seen.groups))
    return [unseen("loaded", cannotSee("the rules", seen.groups.refusal)), ...judgeReload(seen)];
  const placed = placeAlerts(seen.groups.value, pack);
  const missing = pack.alerts.filter(({ name }) => placed.every(({ alert }) => alert.name !== name));
  return [
    judgeLoaded(missing, pack, ruleFiles),
    ...(placed.length === 0
      ? []
      : [...judgeUnchanged(placed), ...judgeHealthy(placed), ...judgePace(placed, seen, pack)]),
    ...judgeReload(seen),
  ];
}

/** How often the pack's alerts are evaluated, the slowest, in seconds; null where it cannot be told. */
export function evaluationSeconds(seen: PrometheusSeen, pack: ExpectedPack): number | null {
  if (!wasRead(seen.groups)) return null;
  const intervals = placeAlerts(seen.groups.value, pack).map(({ group }) => group.interval);
  return intervals.length === 0 ? null : Math.max(...intervals);
}

// A second pack, with another prefix or other labels, may stand beside it: of two rules of one name the better fits.
function placeAlerts(groups: readonly RuleGroup[], { alerts }: ExpectedPack): Placed[] {
  return alerts.flatMap((alert) => {
    const found = groups.flatMap((group) =>
      group.rules
        .filter(({ name }) => name === alert.name)
        .map((rule) => ({ alert, rule, group, differences: differences(alert, rule) })),
    );
    return found.sort((a, b) => a.differences.length - b.differences.length).slice(0, 1);
  });
}

function judgeLoaded(
  missing: readonly ExpectedAlert[],
  { alerts }: ExpectedPack,
  ruleFiles: readonly string[] | null,
): Check {
  if (missing.length === 0) return passed("loaded", `all ${alerts.length} alerts of the pack loaded`);
  const says =
    missing.length === alerts.length
      ? "no alert of the pack is loaded"
      : `not loaded: ${few(
          missing.map(({ name }) => name),
          12,
        )}`;
  const files =
    ruleFiles === null
      ? "which rule_files Prometheus has could not be seen"
      : `rule_files: ${few(ruleFiles, 5) || "none"}`;
  return failed(
    "loaded",
    says,
    [files],
    "name the pack's file in rule_files (its ending too), reload Prometheus",
  );
}

function judgeUnchanged(placed: readonly Placed[]): Check[] {
  const changed = placed.filter((one) => one.differences.length > 0);
  if (changed.length === 0) return [passed("unchanged", "unchanged")];
  return changed.map(({ alert, differences: found }) =>
    failed(
      "unchanged",
      `${alert.name} is not as the pack has it`,
      found,
      "load the pack again, or give here the --set that it was printed with",
    ),
  );
}

function judgeHealthy(placed: readonly Placed[]): Check[] {
  const failing = placed.filter(({ rule }) => rule.health === "err");
  const waiting = placed.filter(({ rule }) => rule.health === "unknown");
  const broken = failing.map(({ alert, rule }) =>
    failed(
      "healthy",
      `${alert.name} cannot be evaluated`,
      [`Prometheus says: ${rule.lastError}`],
      "mend what it says (limits such as --query.max-samples, duplicate series)",
    ),
  );
  if (broken.length > 0) return broken;
  if (waiting.length > 0)
    return [
      unseen(
        "healthy",
        `not evaluated yet: ${few(waiting.map(({ alert }) => alert.name))}; ask again after an interval`,
      ),
    ];
  return [passed("healthy", "healthy")];
}

function judgePace(placed: readonly Placed[], seen: PrometheusSeen, pack: ExpectedPack): Check[] {
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

function judgeReload({ runtime }: PrometheusSeen): Check[] {
  if (!wasRead(runtime))
    return [skipped("reload", cannotSee("whether the last reload succeeded", runtime.refusal))];
  if (runtime.value.isConfigLoaded) return [passed("reload", "configuration loaded")];
  const why = [
    `what runs is the configuration of ${runtime.value.configTime}; later changes are not in force`,
  ];
  return [
    failed(
      "reload",
      "Prometheus could not load its configuration",
      why,
      "promtool check config, mend the file, reload",
    ),
  ];
}

/** How many alerts of the pack fire now; empty where it cannot be told. */
export function firingNow(seen: PrometheusSeen, { alerts }: ExpectedPack): string[] {
  if (!wasRead(seen.groups)) return [];
  const names = new Set(alerts.map(({ name }) => name).filter((name) => name !== HEARTBEAT));
  const firing = seen.groups.value.flatMap(({ rules }) =>
    rules.filter(({ name, state }) => names.has(name) && state === "firing"),
  );
  return [...new Set(firing.map(({ name }) => name))];
}

/** A note on alerts that fire at the moment; none where all are quiet. */
export function judgeFiring(firing: readonly string[]): Check[] {
  if (firing.length === 0) return [];
  return [
    warned(
      "firing",
      `${counted(firing.length, "alert")} of the pack is firing now: ${few(firing)}`,
      [],
      "see the alert's runbook page",
    ),
  ];
}
