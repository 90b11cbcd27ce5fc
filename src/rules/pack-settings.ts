import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";

/** What a user may change of the pack without a fork (docs/rules.md). Durations are Prometheus' own, of one unit. */
export interface PackSettings {
  readonly prefix: string;
  readonly severity: string;
  readonly runbookBaseUrl: string;
  readonly spikeAbove: string;
  readonly spikeWindow: string;
  readonly spikeFor: string;
  readonly spikeKeepFiringFor: string;
  /** The labels that Spike rings by, in PromQL's form; empty for all accounts together. */
  readonly spikeBy: string;
  readonly missedWindow: string;
  readonly missedFor: string;
  readonly missedKeepFiringFor: string;
  readonly staleAfter: string;
  readonly staleFor: string;
  readonly dataStaleAfter: string;
  readonly dataStaleFor: string;
  readonly errorsAbove: string;
  readonly errorsWindow: string;
  readonly errorsFor: string;
  readonly absentFor: string;
  readonly absentMemory: string;
  readonly neverCompletedFor: string;
  readonly seriesAbsentFor: string;
  readonly crashLoopRestarts: string;
  readonly crashLoopWindow: string;
  readonly crashLoopKeepFiringFor: string;
  /** Of every alert that has no such setting of its own. */
  readonly keepFiringFor: string;
  /** `on` or `off`. */
  readonly watchdog: string;
  /** `off`, or how old the last fire drill of the alarm may be. */
  readonly drillOverdueAfter: string;
  /** Added to every alert. */
  readonly labels: Readonly<Record<string, string>>;
  readonly kubernetesName: string;
  /** Of the manifest and of every alert; empty where neither names one. */
  readonly kubernetesNamespace: string;
  /** Of the manifest, for an operator that selects by them. */
  readonly kubernetesLabels: Readonly<Record<string, string>>;
}

/** The committed pack's. */
export const DEFAULT_SETTINGS: PackSettings = {
  prefix: DEFAULT_METRIC_PREFIX,
  severity: "warning",
  runbookBaseUrl: "https://github.com/grinder/account-sync-drill/blob/main/docs/runbooks",
  spikeAbove: "0",
  spikeWindow: "5m",
  spikeFor: "3m",
  spikeKeepFiringFor: "15m",
  spikeBy: "",
  missedWindow: "15m",
  missedFor: "4m",
  missedKeepFiringFor: "5m",
  staleAfter: "120",
  staleFor: "2m",
  dataStaleAfter: "300",
  dataStaleFor: "5m",
  errorsAbove: "0",
  errorsWindow: "5m",
  errorsFor: "5m",
  absentFor: "5m",
  absentMemory: "1d",
  neverCompletedFor: "5m",
  seriesAbsentFor: "5m",
  crashLoopRestarts: "4",
  crashLoopWindow: "30m",
  crashLoopKeepFiringFor: "15m",
  keepFiringFor: "6m",
  watchdog: "on",
  drillOverdueAfter: "off",
  labels: {},
  kubernetesName: "account-sync",
  kubernetesNamespace: "",
  kubernetesLabels: {},
};
