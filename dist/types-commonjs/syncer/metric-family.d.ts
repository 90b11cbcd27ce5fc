import type { Registry as MetricRegistry } from "prom-client";
import Counter from "prom-client/lib/counter.js";
import Gauge from "prom-client/lib/gauge.js";
export type Labels = Readonly<Record<string, string>>;
export interface Ages {
    readonly age: () => number;
    readonly dataAge: () => number;
}
export declare class MetricFamily {
    #private;
    readonly lastTs: Gauge;
    readonly lastWallTs: Gauge;
    readonly errors: Counter;
    readonly mismatches: Counter;
    readonly positions: Gauge;
    readonly openOrders: Gauge;
    readonly pendingNotional: Gauge;
    readonly lastMismatch: Gauge;
    static join(registry: MetricRegistry, prefix: string, labels: Labels, ages: Ages): MetricFamily;
    private constructor();
}
