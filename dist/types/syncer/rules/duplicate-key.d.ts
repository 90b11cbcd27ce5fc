import { type Finding } from "./rule-row.js";
/** Two rows have the same identity. */
export declare const DUPLICATE_KEY: {
    readonly name: "duplicate_key";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "runbook";
    readonly find: (_: import("./rule-row.js").RuleInput, { account }: import("./rule-row.js").Sight) => Finding[];
    readonly fault: (account: import("./rule-row.js").WireAccount, pick: number) => {
        open_orders: readonly import("./rule-row.js").WireRow[];
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
};
