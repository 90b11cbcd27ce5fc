/** The prefix that all metric names share unless a team chose another (contract, section 4). */
export const DEFAULT_METRIC_PREFIX = "grinder_account_sync";

/** Whether names of metrics may begin with this. */
export function isMetricPrefix(text: string): boolean {
  return text.length <= 100 && /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text);
}

/** One metric: its name without the prefix, and the label of its series if it has one. */
export interface MetricSpec {
  readonly name: string;
  readonly type: "gauge" | "counter";
  readonly help: string;
  readonly label?: "rule" | "reason";
}

/** The nine metrics of the contract (section 4), in the order in which they are exposed. */
export const CONTRACT_METRICS = {
  lastTs: {
    name: "last_ts",
    type: "gauge",
    help: "Data timestamp of the last accepted snapshot in Unix ms; 0 for an empty account",
  },
  lastWallTs: {
    name: "last_wall_ts",
    type: "gauge",
    help: "Wall clock in Unix ms when a sync last completed without a fetch error",
  },
  age: {
    name: "age_seconds",
    type: "gauge",
    help: "Seconds since last_wall_ts, computed at scrape; 0 before the first sync",
  },
  dataAge: {
    name: "data_age_seconds",
    type: "gauge",
    help: "Seconds since last_ts, computed at scrape; 0 while last_ts is 0",
  },
  errors: {
    name: "errors_total",
    type: "counter",
    help: "Syncs that failed, by reason",
    label: "reason",
  },
  mismatches: {
    name: "mismatches_total",
    type: "counter",
    help: "Mismatches found, by rule",
    label: "rule",
  },
  positions: {
    name: "positions_count",
    type: "gauge",
    help: "Positions in the last accepted snapshot",
  },
  openOrders: {
    name: "open_orders_count",
    type: "gauge",
    help: "Open orders in the last accepted snapshot",
  },
  pendingNotional: {
    name: "pending_notional",
    type: "gauge",
    help: "Sum of price * (qty - filled_qty) over open orders whose rest is above zero",
  },
} as const satisfies Readonly<Record<string, MetricSpec>>;

/**
 * Survives what `increase()` cannot see: a first mismatch in a new process, a restart, a scrape gap
 * (contract, section 4). Not one of the nine.
 */
export const LAST_MISMATCH_METRIC = {
  name: "last_mismatch_timestamp_seconds",
  type: "gauge",
  help: "Unix time in seconds of the last mismatch, by rule; 0 until the first",
  label: "rule",
} as const satisfies MetricSpec;

/**
 * What some line of the Prometheus text must start with, for each of the nine metrics: HELP, TYPE and sample,
 * labelled samples up to the label's name.
 */
export function requiredMetricsPatterns(prefix: string): readonly string[] {
  const specs: readonly MetricSpec[] = Object.values(CONTRACT_METRICS);
  return specs.flatMap(({ name, type, label }) => [
    `# HELP ${prefix}_${name} `,
    `# TYPE ${prefix}_${name} ${type}`,
    label === undefined ? `${prefix}_${name} ` : `${prefix}_${name}{${label}=`,
  ]);
}

/** The 27 patterns of the default prefix (contract, section 4). */
export const REQUIRED_METRICS_PATTERNS = requiredMetricsPatterns(DEFAULT_METRIC_PREFIX);
