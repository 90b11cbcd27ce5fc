import type { Finding, RuleInput, Sight, WireAccount } from "./rule-row.js";
export declare const TS_REGRESSION: {
    readonly name: "ts_regression";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "runbook";
    readonly find: typeof findRegressions;
    readonly fault: (account: WireAccount, pick: number) => WireAccount;
    readonly provenBy: "d";
    readonly words: {
        readonly fires: "the snapshot is older than the last accepted one (equal is fine), or a row of it is: an older `ts`, or less filled, than in the last accepted snapshot; once for each row";
        readonly risk: "decisions on an account of the past: a stale cache, or a clock that went back";
        readonly triage: "the whole snapshot, or one row? Seconds back point to a cache, hours to a clock";
        readonly resolution: "mostly passes by itself. If it stays: the exchange's cache and status page, NTP on the machine that stamps the snapshot, and whether `ts` is the time of the answer, not that of a row";
    };
};
export declare function isRegression({ snapshot, lastTs }: Pick<RuleInput, "snapshot" | "lastTs">): boolean;
export declare function isEmptyAccount({ ts, positions, openOrders }: RuleInput["snapshot"]): boolean;
declare function findRegressions(input: RuleInput, { account }: Sight): Finding[];
export {};
