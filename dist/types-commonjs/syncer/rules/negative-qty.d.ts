import { type Finding } from "./rule-row.js";
export declare const NEGATIVE_QTY: {
    readonly name: "negative_qty";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "runbook";
    readonly find: ({ snapshot }: import("./rule-row.js").RuleInput) => Finding[];
    readonly fault: (account: import("./rule-row.js").WireAccount, pick: number) => {
        positions: readonly import("./rule-row.js").WireRow[];
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
};
