import { type Decimal } from "../decimal.js";
import { type Finding, type RuleInput } from "./rule-row.js";
/** More of an order is filled than there is of it, or less than nothing. */
export declare const IMPOSSIBLE_FILL: {
    readonly name: "impossible_fill";
    readonly comparesTwoSides: false;
    readonly needs: null;
    readonly askedBy: "life";
    readonly find: typeof findImpossibleFills;
    readonly fault: (account: import("./rule-row.js").WireAccount, pick: number) => {
        positions: readonly import("./rule-row.js").WireRow[];
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
};
/** True of a fill that cannot be: below zero, or above a qty that is said and is itself no fault. */
export declare function isImpossibleFill(filled: Decimal, qty: Decimal | null): boolean;
declare function findImpossibleFills({ snapshot }: RuleInput): Finding[];
export {};
