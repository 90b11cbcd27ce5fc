import { type Read, wasRead } from "../http/answer.js";
import type { ExpectedPack } from "../pack.js";
import type { Sample, Target } from "../prometheus/prometheus-answers.js";
import { durationText } from "../prometheus/prometheus-duration.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Check, checksIn, counted, few } from "./check.js";
import { judgeSeries } from "./judge-series.js";
import { cannotSee, isNew, nameOfTarget, ourTargets } from "./scraped-targets.js";

const { passed, failed, warned, skipped, unseen } = checksIn("scraped");
const MOST_SKEW_SECONDS = 10;

/** What stands between an exporter and Prometheus' series. */
export function judgeScraped(
  seen: PrometheusSeen,
  pack: ExpectedPack,
  wantedTargets: number | null,
  now: number,
): Check[] {
  if (!wasRead(seen.series)) return [unseen("series", cannotSee("the series", seen.series.refusal))];
  const series = seen.series.value;
  const ours = ourTargets(seen.targets, series);
  const targets = judgeTargets(seen, series, ours, wantedTargets, now);
  return [
    ...targets,
    ...judgeInterval(seen.targets, ours, pack),
    ...(series.length === 0
      ? []
      : [...judgeSeries(series, pack), ...judgeLabels(seen.targets, series), ...judgeClocks(seen, pack)]),
  ];
}

function judgeTargets(
  seen: PrometheusSeen,
  series: readonly Sample[],
  ours: readonly Target[],
  wanted: number | null,
  now: number,
): Check[] {
  if (series.length === 0) return [judgeNoSeries(seen, ours, now)];
  if (!wasRead(seen.targets)) return [skipped("up", cannotSee("the targets", seen.targets.refusal))];
  const down = ours.filter(({ health }) => health === "down");
  const up = ours.filter(({ health }) => health === "up");
  const downChecks = down.map((target) =>
    failed(
      "up",
      `${nameOfTarget(target.labels)} is down`,
      [`Prometheus says: ${target.lastError}`, `it scrapes ${target.url}`],
      "mend the target's address, port or metrics_path",
    ),
  );
  if (wanted !== null && up.length !== wanted) {
    const says = `${counted(up.length, "target")} up, not ${wanted} as --targets says`;
    const names = up.map(({ labels }) => nameOfTarget(labels));
    downChecks.push(
      failed(
        "targets",
        says,
        [`up: ${few(names, 10) || "none"}`],
        "scrape every account's exporter, or correct --targets",
      ),
    );
  }
  return downChecks.length > 0 ? downChecks : [passed("up", `${counted(up.length || 1, "target")} up`)];
}

function judgeNoSeries(seen: PrometheusSeen, ours: readonly Target[], now: number): Check {
  const waiting = ours.filter(({ health }) => health === "unknown");
  if (isNew(seen, now) || (waiting.length > 0 && waiting.length === ours.length)) {
    const names = waiting.map(({ labels }) => nameOfTarget(labels));
    return unseen(
      "series",
      `not scraped yet: ${few(names) || "Prometheus has just started"}; ask again after an interval`,
    );
  }
  const strangers = wasRead(seen.strangers) ? seen.strangers.value : [];
  const [stranger] = strangers.flatMap(({ labels }) => labels.__name__ ?? []);
  if (stranger !== undefined) {
    const prefix = stranger.replace(/_last_wall_ts$/, "");
    return failed(
      "series",
      "no series has the rules' prefix",
      [`exposed: ${stranger}`],
      `account-sync-drill rules --set prefix=${prefix}, and the same --set here`,
    );
  }
  const down = ours.filter(({ health }) => health === "down");
  const why = down
    .slice(0, 3)
    .flatMap(({ labels, lastError, url }) => [
      `${nameOfTarget(labels)} is down: ${lastError}`,
      `it scrapes ${url}`,
    ]);
  const cure =
    down.length > 0
      ? "mend the target's address, port or metrics_path"
      : "add the exporter to scrape_configs";
  return failed(
    "series",
    "no target exposes the pack's metrics",
    why.length > 0 ? why : ["no target of Prometheus is down either"],
    cure,
  );
}

function judgeInterval(
  targets: Read<readonly Target[]>,
  ours: readonly Target[],
  pack: ExpectedPack,
): Check[] {
  if (!wasRead(targets) || ours.length === 0) return [];
  const { spikeWindow, spikeFor } = pack.settings;
  const known = ours.flatMap(({ labels, interval }) => (interval === null ? [] : [{ labels, interval }]));
  if (known.length === 0)
    return [skipped("interval", "cannot see how often is scraped: the server does not say")];
  const slow = known.filter(({ interval }) => interval >= pack.spikeRoom);
  if (slow.length === 0) {
    const longest = Math.max(...known.map(({ interval }) => interval));
    return [passed("interval", `scraped every ${durationText(longest)}`)];
  }
  return slow.map(({ labels, interval }) =>
    failed(
      "interval",
      `${nameOfTarget(labels)} is scraped every ${durationText(interval)}`,
      [
        `expected less than ${durationText(pack.spikeRoom)} (spike-window ${spikeWindow} - spike-for ${spikeFor})`,
      ],
      "scrape_interval: 30s",
    ),
  );
}

function judgeLabels(targets: Read<readonly Target[]>, series: readonly Sample[]): Check[] {
  if (!wasRead(targets)) return [];
  const known = new Set(targets.value.map(({ labels }) => nameOfTarget(labels)));
  const foreign = [...new Set(series.map(({ labels }) => nameOfTarget(labels)))].filter(
    (name) => !known.has(name),
  );
  if (foreign.length === 0) return [passed("labels", "series carry their target's names")];
  const why = [`the series say ${few(foreign)}; Prometheus' targets are ${few([...known])}`];
  return [
    warned(
      "labels",
      "the exporter overrides job or instance (honor_labels)",
      why,
      "honor_labels: false, or no job and instance in the exporter",
    ),
  ];
}

function judgeClocks({ clocks }: PrometheusSeen, pack: ExpectedPack): Check[] {
  if (!wasRead(clocks)) return [skipped("clock", cannotSee("the exporter's clock", clocks.refusal))];
  if (clocks.value.length === 0) {
    return [
      warned(
        "synced",
        "no sync has completed since the exporter started",
        [`${pack.settings.prefix}_last_wall_ts is 0`],
        "see what the syncer logs",
      ),
    ];
  }
  const wrong = clocks.value.filter(({ value }) => Math.abs(value) > MOST_SKEW_SECONDS);
  if (wrong.length === 0) {
    const most = Math.max(...clocks.value.map(({ value }) => Math.ceil(Math.abs(value))), 1);
    return [passed("clock", `clock within ${most} s`)];
  }
  return wrong.map(({ labels, value }) => {
    const says = `the clock of ${nameOfTarget(labels)} is ${Math.round(Math.abs(value))} s ${value < 0 ? "slow" : "fast"}`;
    return warned(
      "clock",
      says,
      ["ages and the time of the last mismatch are judged against Prometheus' clock"],
      "synchronise the exporter's clock (NTP)",
    );
  });
}
