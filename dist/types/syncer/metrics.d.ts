import type { Registry as MetricRegistry } from "prom-client";
import { type Mismatch } from "./mismatch-rules.js";
import type { AccountSnapshot } from "./snapshot.js";
import { type Clock, type FetchErrorReason } from "./sync-result.js";
/**
 * The syncer's metrics on a prom-client registry of their own (contract, section 4).
 *
 * Every rule and every reason has its series at 0 from the first scrape on: `increase()` cannot see a
 * series that is born at 1. Ages are computed at scrape, from the clock that is passed in.
 */
export declare class MetricsBuilder {
    #private;
    /** For serving these metrics beside others, or from a scrape handler of one's own. */
    readonly registry: MetricRegistry;
    constructor(options: {
        clock: Clock;
        prefix?: string;
    });
    /** The Prometheus text, as the /metrics endpoint serves it. */
    build(): Promise<string>;
    /** The gauges of an accepted snapshot. */
    recordAccepted(snapshot: AccountSnapshot): void;
    /** A sync that completed without a fetch error, with what it found. */
    recordCompleted(found: readonly Mismatch[]): void;
    /** A sync whose fetch failed. */
    recordError(reason: FetchErrorReason): void;
}
