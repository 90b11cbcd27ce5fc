import { type Finding, type RuleInput, type Sight } from "./rule-row.js";
export declare const MISSING_ORDER: {
    readonly name: "missing_order";
    readonly comparesTwoSides: true;
    readonly needs: "orders";
    readonly askedBy: "life";
    readonly find: typeof findMissing;
    readonly fault: (account: import("./rule-row.js").WireAccount, pick: number) => {
        positions: readonly import("./rule-row.js").WireRow[];
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
};
declare function findMissing({ knownOrders }: RuleInput, { matches }: Sight): Finding[];
export {};
