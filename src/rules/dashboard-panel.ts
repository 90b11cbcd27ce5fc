/** The words for values, each with its colour. */
export type Words = Readonly<Record<string, { readonly text: string; readonly color: string }>>;

/** What a value means: from which one on which colour. */
export type Steps = readonly { readonly from: number | null; readonly color: string }[];

/** One panel of the dashboard: a question, and the queries that answer it. */
export interface Panel {
  readonly title: string;
  readonly description: string;
  readonly type: "stat" | "timeseries" | "state-timeline";
  readonly unit: string;
  readonly width: number;
  readonly height: number;
  readonly queries: readonly { readonly expr: string; readonly legend: string }[];
  /** None where no value is better than another. */
  readonly steps?: Steps;
  /** The words for a value. */
  readonly words?: Words;
  /** The alerts that look at the same: their pages are linked. */
  readonly alerts: readonly string[];
}

/** What the dashboard's variables choose. */
export const CHOSEN = 'account=~"$account",instance=~"$instance"';
/** The same of `up`, which knows the instance alone. */
export const CHOSEN_INSTANCE = 'instance=~"$instance"';
/** The same of alerts: those that ring for all have neither label. */
export const CHOSEN_ALERTS = `alertname=~"AccountSync.+",component="account",account=~"$account|",instance=~"$instance|"`;
