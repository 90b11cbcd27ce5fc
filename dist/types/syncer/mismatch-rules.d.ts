import { AccountView } from "./account-view.js";
import type { Finding, RuleInput, RuleRow } from "./rules/rule-row.js";
declare const ROWS: readonly [{
    readonly name: "ts_regression";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "runbook";
    readonly find: (input: RuleInput, { account }: import("./rules/rule-row.js").Sight) => Finding[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => import("./rules/rule-row.js").WireAccount;
    readonly provenBy: "d";
    readonly words: {
        readonly fires: "the snapshot is older than the last accepted one (equal is fine), or a row of it is: an older `ts`, or less filled, than in the last accepted snapshot; once for each row";
        readonly risk: "decisions on an account of the past: a stale cache, or a clock that went back";
        readonly triage: "the whole snapshot, or one row? Seconds back point to a cache, hours to a clock";
        readonly resolution: "mostly passes by itself. If it stays: the exchange's cache and status page, NTP on the machine that stamps the snapshot, and whether `ts` is the time of the answer, not that of a row";
    };
}, {
    readonly name: "duplicate_key";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "runbook";
    readonly find: (_: RuleInput, { account }: import("./rules/rule-row.js").Sight) => Finding[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => {
        open_orders: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        positions: readonly Readonly<Record<string, unknown>>[];
    };
    readonly provenBy: "b";
    readonly words: {
        readonly fires: "two positions share symbol, side and margin mode, or two orders share symbol and id; once for each surplus row";
        readonly risk: "a row arrived twice: exposure is counted twice, or one of the two is not the truth";
        readonly triage: "is the row like this in the exchange's own answer, or only after parsing?";
        readonly resolution: "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand";
    };
}, {
    readonly name: "negative_qty";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "runbook";
    readonly find: ({ snapshot }: RuleInput) => Finding[];
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
    readonly name: "impossible_fill";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "life";
    readonly find: ({ snapshot }: RuleInput) => Finding[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => {
        positions: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        open_orders: readonly Readonly<Record<string, unknown>>[];
    };
    readonly provenBy: "v";
    readonly words: {
        readonly fires: "an order is filled below zero, or above its qty";
        readonly risk: "a fill that cannot be: what is left of the order, and the position that it made, are not what is believed";
        readonly triage: "is the row like this in the exchange's own answer, or was amount taken for what remains?";
        readonly resolution: "add up the order's trades at the exchange: they are the truth. If its answer is wrong, keep the evidence and tell the exchange; if not, report a bug of parsing";
    };
}, {
    readonly name: "orphan_order";
    readonly comparesTwoSides: true;
    readonly needs: "order_ids";
    readonly askedBy: "runbook";
    readonly find: ({ snapshot, knownOrderIds, knownOrders }: RuleInput, { matches }: import("./rules/rule-row.js").Sight) => Finding[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount) => {
        positions: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        open_orders: (Readonly<Record<string, unknown>> | {
            order_id: string;
            qty: string;
            filled_qty: string;
        })[];
    };
    readonly provenBy: "c";
    readonly words: {
        readonly fires: "neither an order's id nor the id that we gave it is known; not checked when neither ids nor orders are given";
        readonly risk: "an order that nobody tracks can fill, past every risk check";
        readonly triage: "was it placed by hand, by another program, or by this system before a restart?";
        readonly resolution: "cancel it on the exchange, or add it to what is tracked";
    };
}, {
    readonly name: "missing_order";
    readonly comparesTwoSides: true;
    readonly needs: "orders";
    readonly askedBy: "life";
    readonly find: ({ knownOrders }: RuleInput, { matches }: import("./rules/rule-row.js").Sight) => Finding[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => {
        positions: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        open_orders: readonly Readonly<Record<string, unknown>>[];
    };
    readonly provenBy: "w";
    readonly words: {
        readonly fires: "an order that must be open now is not in the snapshot; not checked when `orders` are not given";
        readonly risk: "a hedge, a stop or a quote that everybody believes in is not there";
        readonly triage: "was it filled, cancelled or refused, and the event lost? Are many gone at once: a page of the answer, or all of it?";
        readonly resolution: "ask the exchange for this order by its id and book what it says; send it again only once it is known to be dead. If many are gone, look at the fetch first";
    };
}, {
    readonly name: "order_mismatch";
    readonly comparesTwoSides: true;
    readonly needs: "orders";
    readonly askedBy: "life";
    readonly find: ({ snapshot, knownOrders }: RuleInput, { matches }: import("./rules/rule-row.js").Sight) => Finding[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => {
        positions: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        open_orders: readonly Readonly<Record<string, unknown>>[];
    };
    readonly provenBy: "x";
    readonly words: {
        readonly fires: "an order that must be open now is there with another side, price or qty than we said; one finding an order. What either does not say is not compared";
        readonly risk: "what fills is not what was decided: another price, another size, the wrong way";
        readonly triage: "was it amended, here or at the exchange, and did the other side hear of it?";
        readonly resolution: "the exchange's terms are those that fill. Take them over, or cancel the order and send it again as it was meant";
    };
}, {
    readonly name: "position_mismatch";
    readonly comparesTwoSides: true;
    readonly needs: "positions";
    readonly askedBy: "life";
    readonly find: ({ knownPositions }: RuleInput, { account }: import("./rules/rule-row.js").Sight) => Finding[];
    readonly fault: (account: import("./rules/rule-row.js").WireAccount, pick: number) => {
        open_orders: readonly import("./rules/rule-row.js").WireRow[];
        ts: number;
        positions: readonly Readonly<Record<string, unknown>>[];
    };
    readonly provenBy: "y";
    readonly words: {
        readonly fires: "for a symbol and side (and margin mode, where both say one) the exchange's qty is not ours; a position that one of the two does not have is flat there. Not checked when `positions` are not given";
        readonly risk: "the exposure is not the one that risk, hedges and stops are computed from";
        readonly triage: "does the difference equal a fill that was not heard, a liquidation, funding or a trade by hand? Both legs empty: look at the fetch";
        readonly resolution: "the exchange's quantity is what is held. Book what is missing from its trades; if it cannot be explained, flatten by hand and stop trading that symbol";
    };
}];
/** The name of a mismatch rule: the value of the label `rule`. */
export type MismatchRule = (typeof ROWS)[number]["name"];
/** All mismatch rules, in the order in which findings are reported (contract, section 3). A new rule is one row more. */
export declare const RULES: readonly RuleRow<MismatchRule>[];
/** The names of all mismatch rules, in the order in which findings are reported. */
export declare const MISMATCH_RULES: readonly MismatchRule[];
/** The rules that the suites `runbook` and `full` ask for. */
export declare const RUNBOOK_RULES: readonly MismatchRule[];
/** One finding: the rule that fired, and the row or value that made it fire, in one printable line. */
export interface Mismatch {
    readonly rule: MismatchRule;
    readonly detail: string;
}
/** What one rule found. */
export interface Findings {
    readonly rule: RuleRow<MismatchRule>;
    readonly found: readonly Finding[];
}
/** What each rule finds at once, rules in the order of the contract (section 3). Reads only. */
export declare function findEach(input: RuleInput, account?: AccountView): Findings[];
/** All findings of all rules, without waiting for any to last. Reads only. */
export declare function findMismatches(input: RuleInput): Mismatch[];
/** The row of a rule. */
export declare function ruleRow(rule: MismatchRule): RuleRow<MismatchRule>;
export {};
