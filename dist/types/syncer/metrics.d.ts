import type { Registry as MetricRegistry } from "prom-client";
import { type Labels } from "./metric-family.js";
import { type Mismatch } from "./mismatch-rules.js";
import type { AccountSnapshot } from "./snapshot.js";
import { type Clock, type FetchErrorReason } from "./sync-result.js";
/** What a {@link MetricsBuilder} is made of. */
export interface MetricsOptions {
    /** Unix ms. */
    readonly clock: Clock;
    /** What all names begin with; grinder_account_sync without it. */
    readonly prefix?: string;
    /** Where the metrics stand; a registry of their own without it. Accounts at one endpoint share one. */
    readonly registry?: MetricRegistry;
    /** What tells this account from others on the registry, such as `{ account: "main" }`. */
    readonly labels?: Labels;
}
/**
 * The syncer's metrics on a prom-client registry, never the global one (contract, section 4).
 *
 * Every rule and every reason has its series at 0 from the first scrape on: `increase()` cannot see a
 * series that is born at 1. Ages are computed at scrape, from the clock that is passed in.
 */
export declare class MetricsBuilder {
    #private;
    /** For serving these metrics beside others, from a scrape handler of one's own, or for the builder of the next account. */
    readonly registry: MetricRegistry;
    /** Unix ms. */
    readonly clock: Clock;
    /**
     * @throws DrillError `bad_input` where the labels cannot be ones, have other names than those on the registry, or
     *   values that are on it already; or where something else has taken the names.
     */
    constructor({ clock, prefix, registry, labels, }: MetricsOptions);
    /** The Prometheus text of the whole registry, as the /metrics endpoint serves it. */
    build(): Promise<string>;
    /** The gauges of an accepted snapshot. */
    recordAccepted(snapshot: AccountSnapshot): void;
    /**
     * A sync that completed without a fetch error, with what it found.
     *
     * @param now Unix ms.
     */
    recordCompleted(found: readonly Mismatch[], now?: number): void;
    /** A sync whose fetch failed. */
    recordError(reason: FetchErrorReason): void;
}
