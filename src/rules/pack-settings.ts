import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";

/** What a user may change of the pack without a fork (docs/rules.md). Durations are Prometheus' own, of one unit. */
export interface PackSettings {
  readonly prefix: string;
  readonly severity: string;
  readonly runbookBaseUrl: string;
  readonly spikeAbove: string;
  readonly spikeWindow: string;
  readonly spikeFor: string;
  readonly missedWindow: string;
  readonly missedFor: string;
  readonly staleAfter: string;
  readonly staleFor: string;
  readonly dataStaleAfter: string;
  readonly dataStaleFor: string;
  readonly errorsAbove: string;
  readonly errorsWindow: string;
  readonly errorsFor: string;
  readonly absentFor: string;
  /** Added to every alert. */
  readonly labels: Readonly<Record<string, string>>;
  readonly kubernetesName: string;
  /** Empty where the manifest names no namespace. */
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
  missedWindow: "15m",
  missedFor: "4m",
  staleAfter: "120",
  staleFor: "2m",
  dataStaleAfter: "300",
  dataStaleFor: "5m",
  errorsAbove: "0",
  errorsWindow: "5m",
  errorsFor: "5m",
  absentFor: "5m",
  labels: {},
  kubernetesName: "account-sync",
  kubernetesNamespace: "",
  kubernetesLabels: {},
};
