export declare const DEFAULT_METRIC_PREFIX = "grinder_account_sync";
export declare function isMetricPrefix(text: string): boolean;
export interface MetricSpec {
    readonly name: string;
    readonly type: "gauge" | "counter";
    readonly help: string;
    readonly label?: "rule" | "reason";
}
export declare const CONTRACT_METRICS: {
    readonly lastTs: {
        readonly name: "last_ts";
        readonly type: "gauge";
        readonly help: "Data timestamp of the last accepted snapshot in Unix ms; 0 for an empty account";
    };
    readonly lastWallTs: {
        readonly name: "last_wall_ts";
        readonly type: "gauge";
        readonly help: "Wall clock in Unix ms when a sync last completed without a fetch error";
    };
    readonly age: {
        readonly name: "age_seconds";
        readonly type: "gauge";
        readonly help: "Seconds since last_wall_ts, computed at scrape; 0 before the first sync";
    };
    readonly dataAge: {
        readonly name: "data_age_seconds";
        readonly type: "gauge";
        readonly help: "Seconds since last_ts, computed at scrape; 0 while last_ts is 0";
    };
    readonly errors: {
        readonly name: "errors_total";
        readonly type: "counter";
        readonly help: "Syncs that failed, by reason";
        readonly label: "reason";
    };
    readonly mismatches: {
        readonly name: "mismatches_total";
        readonly type: "counter";
        readonly help: "Mismatches found, by rule";
        readonly label: "rule";
    };
    readonly positions: {
        readonly name: "positions_count";
        readonly type: "gauge";
        readonly help: "Positions in the last accepted snapshot";
    };
    readonly openOrders: {
        readonly name: "open_orders_count";
        readonly type: "gauge";
        readonly help: "Open orders in the last accepted snapshot";
    };
    readonly pendingNotional: {
        readonly name: "pending_notional";
        readonly type: "gauge";
        readonly help: "Sum of price * (qty - filled_qty) over open orders whose rest is above zero";
    };
};
export declare const LAST_MISMATCH_METRIC: {
    readonly name: "last_mismatch_timestamp_seconds";
    readonly type: "gauge";
    readonly help: "Unix time in seconds of the last mismatch, by rule; 0 until the first";
    readonly label: "rule";
};
export declare function requiredMetricsPatterns(prefix: string): readonly string[];
export declare const REQUIRED_METRICS_PATTERNS: readonly string[];
