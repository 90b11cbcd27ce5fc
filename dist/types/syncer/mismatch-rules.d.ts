import type { RuleInput, RuleRow } from "./rules/rule-row.js";
declare const ROWS: readonly [{
    readonly name: "ts_regression";
    readonly comparesTwoSides: false;
    readonly find: (input: RuleInput) => string[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount) => {
        positions: readonly import("./rules/rule-row.js").WireRow[];
        open_orders: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
    };
    readonly provenBy: "d";
    readonly words: {
        readonly fires: "the snapshot is older than the last accepted one; equal is fine";
        readonly risk: "decisions on an account of the past: a stale cache, or a clock that went back";
        readonly triage: "how far back does it go? Seconds point to a cache, hours to a clock";
        readonly resolution: "mostly passes by itself. If it stays: NTP on both machines, the exchange's cache and status page, or a `ts` that goes back when the newest row leaves the account";
    };
}, {
    readonly name: "duplicate_key";
    readonly comparesTwoSides: false;
    readonly find: ({ snapshot }: RuleInput) => string[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => {
        open_orders: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        positions: readonly Readonly<Record<string, unknown>>[];
    };
    readonly provenBy: "b";
    readonly words: {
        readonly fires: "two positions share symbol and side, or two orders share an id; once for each surplus row";
        readonly risk: "a row arrived twice: exposure is counted twice, or one of the two is not the truth";
        readonly triage: "is the row like this in the exchange's own answer, or only after parsing?";
        readonly resolution: "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand";
    };
}, {
    readonly name: "negative_qty";
    readonly comparesTwoSides: false;
    readonly find: ({ snapshot }: RuleInput) => string[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => {
        positions: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        open_orders: readonly Readonly<Record<string, unknown>>[];
    };
    readonly provenBy: "b";
    readonly words: {
        readonly fires: "a position's or an order's qty is below zero; zero is fine";
        readonly risk: "an amount that cannot exist: everything computed from it is wrong";
        readonly triage: "is the row like this in the exchange's own answer, or only after parsing?";
        readonly resolution: "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand";
    };
}, {
    readonly name: "orphan_order";
    readonly comparesTwoSides: true;
    readonly find: ({ snapshot, knownOrderIds }: RuleInput) => string[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount) => {
        positions: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        open_orders: (Readonly<Record<string, unknown>> | {
            order_id: string;
            qty: string;
        })[];
    };
    readonly provenBy: "c";
    readonly words: {
        readonly fires: "an order's id is not among the known ones; not checked when none are given";
        readonly risk: "an order that nobody tracks can fill, past every risk check";
        readonly triage: "was it placed by hand, by another program, or by this system before a restart?";
        readonly resolution: "cancel it on the exchange, or add it to what is tracked";
    };
}];
/** The name of a mismatch rule: the value of the label `rule`. */
export type MismatchRule = (typeof ROWS)[number]["name"];
/** All mismatch rules, in the order in which findings are reported (contract, section 3). A new rule is one row more. */
export declare const RULES: readonly RuleRow<MismatchRule>[];
/** The names of all mismatch rules, in the order in which findings are reported. */
export declare const MISMATCH_RULES: readonly MismatchRule[];
/** One finding: the rule that fired, and the row or value that made it fire, in one printable line. */
export interface Mismatch {
    readonly rule: MismatchRule;
    readonly detail: string;
}
/** All findings of all rules, in the order of the contract (section 3). Reads only. */
export declare function findMismatches(input: RuleInput): Mismatch[];
/** The row of a rule. */
export declare function ruleRow(rule: MismatchRule): RuleRow<MismatchRule>;
export {};
