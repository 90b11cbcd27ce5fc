import type { RuleInput } from "./rule-row.js";
/** The snapshot is older than the last accepted one. */
export declare const TS_REGRESSION: {
    readonly name: "ts_regression";
    readonly comparesTwoSides: false;
    readonly find: (input: RuleInput) => string[];
    readonly fault: (account: import("./rule-row.js").WireAccount) => {
        positions: readonly import("./rule-row.js").WireRow[];
        open_orders: readonly import("./rule-row.js").WireRow[];
        ts: number;
    };
    readonly provenBy: "d";
    readonly words: {
        readonly fires: "the snapshot is older than the last accepted one; equal is fine";
        readonly risk: "decisions on an account of the past: a stale cache, or a clock that went back";
        readonly triage: "how far back does it go? Seconds point to a cache, hours to a clock";
        readonly resolution: "mostly passes by itself. If it stays: NTP on both machines, the exchange's cache and status page, or a `ts` that goes back when the newest row leaves the account";
    };
};
/** True where the snapshot is older than the last accepted one; equal is fine. */
export declare function isRegression({ snapshot, lastTs }: Pick<RuleInput, "snapshot" | "lastTs">): boolean;
/** An account without positions and orders, at ts 0: a normal transition, never a regression. */
export declare function isEmptyAccount({ ts, positions, openOrders }: RuleInput["snapshot"]): boolean;
