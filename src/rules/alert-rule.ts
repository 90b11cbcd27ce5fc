/** One alerting rule, in the words of a Prometheus rule file. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long it has to hold before it rings; `0s` for at once. */
  readonly for: string;
  /** How long it rings on after it no longer holds (Prometheus 2.42). */
  readonly keep_firing_for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}
