import type { MismatchRule } from "../../syncer/mismatch-rules.js";
import type { ExpectedPack } from "../pack.js";
import type { Sample } from "../prometheus/prometheus-answers.js";
import { type Check, checksIn, few } from "./check.js";

const { passed, failed } = checksIn("scraped");

/** The rules that every syncer has; one that has more may have these alone. */
const RUNBOOK_RULES = [
  "ts_regression",
  "duplicate_key",
  "negative_qty",
  "orphan_order",
] as const satisfies readonly MismatchRule[];

/** Labels that tell the series of one account apart. */
const WITHIN = new Set(["__name__", "rule", "reason"]);

/** Whether each account's exporter has every series that the pack's expressions read, from before a mismatch on. */
export function judgeSeries(series: readonly Sample[], { metrics, settings }: ExpectedPack): Check[] {
  const counter = `${settings.prefix}_mismatches_total`;
  const accounts = accountsOf(series);
  const checks = [...accounts].flatMap(([account, names]) => judgeAccount(account, names, metrics, counter));
  return checks.length > 0 ? checks : [passed("series", "all rules have their series")];
}

type Names = ReadonlyMap<string, readonly Sample[]>;

function accountsOf(series: readonly Sample[]): ReadonlyMap<string, Names> {
  const accounts = new Map<string, Map<string, Sample[]>>();
  for (const sample of series) {
    const account = accountOf(sample);
    const names = accounts.get(account) ?? new Map<string, Sample[]>();
    accounts.set(account, names);
    const name = sample.labels.__name__ ?? "";
    names.set(name, [...(names.get(name) ?? []), sample]);
  }
  return accounts;
}

function accountOf({ labels }: Sample): string {
  const pairs = Object.entries(labels)
    .filter(([name]) => !WITHIN.has(name))
    .sort();
  const others = pairs
    .filter(([name]) => name !== "job" && name !== "instance")
    .map(([name, value]) => `${name}=${value}`);
  return [`${labels.job ?? "?"}/${labels.instance ?? "?"}`, ...others].join(" ");
}

function judgeAccount(account: string, names: Names, metrics: readonly string[], counter: string): Check[] {
  const missing = metrics.filter((metric) => !names.has(metric));
  const drops = "see metric_relabel_configs, and whether the exporter has it";
  const gone = missing.map((metric) =>
    failed(
      "series",
      `${account} has no ${metric}`,
      ["an alert of the pack reads it, and cannot ring without"],
      drops,
    ),
  );
  const counts = names.get(counter) ?? [];
  const rules = new Set(counts.flatMap(({ labels }) => labels.rule ?? []));
  if (counts.length === 0) return gone;
  if (rules.size === 0) {
    const why = ['the pack reads rule!="none"; without the label no mismatch is counted apart'];
    return [
      ...gone,
      failed(
        "born-at-0",
        `the series of ${counter} have no label rule`,
        why,
        "take the labeldrop out of metric_relabel_configs",
      ),
    ];
  }
  const unborn = RUNBOOK_RULES.filter((rule) => !rules.has(rule));
  if (unborn.length === 0) return gone;
  const why = ["increase() cannot see a series that is born at 1: its first mismatch does not ring"];
  return [
    ...gone,
    failed(
      "born-at-0",
      `${account} has no series of ${counter} for ${few(unborn, 4)}`,
      why,
      "have the exporter expose each rule at 0 from its start",
    ),
  ];
}
