import type { Registry as MetricRegistry } from "prom-client";
import { type Labels } from "./metric-family.js";
import { type Mismatch } from "./mismatch-rules.js";
import type { AccountSnapshot } from "./snapshot.js";
import { type Clock, type FetchErrorReason } from "./sync-result.js";
export interface MetricsOptions {
    readonly clock: Clock;
    readonly prefix?: string;
    readonly registry?: MetricRegistry;
    readonly labels?: Labels;
}
export declare class MetricsBuilder {
    #private;
    readonly registry: MetricRegistry;
    readonly clock: Clock;
    constructor({ clock, prefix, registry, labels, }: MetricsOptions);
    build(): Promise<string>;
    recordAccepted(snapshot: AccountSnapshot): void;
    recordCompleted(found: readonly Mismatch[], now?: number): void;
    recordError(reason: FetchErrorReason): void;
}
