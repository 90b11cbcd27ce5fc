import type { Counter as MetricCounter, Gauge as MetricGauge, Registry as MetricRegistry } from "prom-client";
export type Labels = Readonly<Record<string, string>>;
export interface Ages {
    readonly age: () => number;
    readonly dataAge: () => number;
}
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
    static join(registry: MetricRegistry, prefix: string, labels: Labels, ages: Ages): MetricFamily;
    private constructor();
}
