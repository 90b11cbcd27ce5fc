import type { GoRegexp } from "../go-regexp/go-regexp.js";
import type { LabelSet } from "../labels.js";

export const RELABEL_ACTIONS = [
  "replace",
  "keep",
  "drop",
  "keepequal",
  "dropequal",
  "hashmod",
  "labelmap",
  "labeldrop",
  "labelkeep",
  "lowercase",
  "uppercase",
] as const;
export type RelabelAction = (typeof RELABEL_ACTIONS)[number];

/** One step of `alert_relabel_configs`. */
export interface Relabeling {
  /** Its place in the configuration: `alerting.alert_relabel_configs[0]`. */
  readonly path: string;
  readonly action: RelabelAction;
  readonly sourceLabels: readonly string[];
  readonly separator: string;
  readonly regex: GoRegexp;
  readonly targetLabel: string;
  readonly replacement: string;
  readonly modulus: bigint;
}

/** What became of the labels; `dropped` where the alert is not sent. */
export type Relabeled =
  | { readonly kind: "kept"; readonly labels: LabelSet }
  | { readonly kind: "dropped" }
  | { readonly kind: "cannot tell"; readonly why: string };

/** Where versions of Prometheus relabel differently. */
export interface RelabelDialect {
  /** Names of labels may be of any letters (3.0). */
  readonly utf8Names: boolean;
  /** What an empty replacement takes away where the target's name is made of the match; undefined where not known. */
  readonly emptyRemovesMadeTarget: boolean | undefined;
}

/** What Prometheus does to the labels of an alert before an Alertmanager gets it. */
export interface Alerting {
  readonly externalLabels: Readonly<Record<string, string>>;
  /** For all Alertmanagers. */
  readonly relabelings: readonly Relabeling[];
  /** For those of each entry of `alerting.alertmanagers`, in its order; after those for all. */
  readonly ofEachEntry: readonly (readonly Relabeling[])[];
  readonly dialect: RelabelDialect;
}
