import type { Counter as MetricCounter, Gauge as MetricGauge, Registry as MetricRegistry } from "prom-client";
/** Labels of one account: names and values. */
export type Labels = Readonly<Record<string, string>>;
/** What is computed at a scrape for one account, in seconds. */
export interface Ages {
    readonly age: () => number;
    readonly dataAge: () => number;
}
/** The metrics of one prefix on one registry; accounts that share them differ in the values of their labels. */
export declare class MetricFamily {
    #private;
    readonly lastTs: MetricGauge;
    readonly lastWallTs: MetricGauge;
    readonly errors: MetricCounter;
    readonly mismatches: MetricCounter;
    readonly positions: MetricGauge;
    readonly openOrders: MetricGauge;
    readonly pendingNotional: MetricGauge;
    readonly lastMismatch: MetricGauge;
    /**
     * The family of a prefix on a registry, which is made where there is none yet, with one more account in it.
     *
     * @throws DrillError `bad_input` where labels cannot be ones, or contradict what is on the registry; then nothing
     *   was put on it.
     */
    static join(registry: MetricRegistry, prefix: string, labels: Labels, ages: Ages): MetricFamily;
    private constructor();
}
