import { wasRead } from "../http/answer.js";
import type { ExpectedAlert, ExpectedPack } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Check, checksIn, counted, few } from "./check.js";
import { judgePace } from "./judge-pace.js";
import { type PlacedAlert, placeAlerts } from "./placed-alerts.js";
import { cannotSee } from "./scraped-targets.js";

const { passed, failed, warned, skipped, unseen } = checksIn("rules");

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

function judgeUnchanged(placed: readonly PlacedAlert[]): Check[] {
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

function judgeHealthy(placed: readonly PlacedAlert[]): Check[] {
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
