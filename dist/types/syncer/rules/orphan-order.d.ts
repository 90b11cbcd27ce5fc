import type { RuleInput } from "./rule-row.js";
/** An order is open that the system does not know. */
export declare const ORPHAN_ORDER: {
    readonly name: "orphan_order";
    readonly comparesTwoSides: true;
    readonly find: typeof findOrphans;
    readonly fault: (account: import("./rule-row.js").WireAccount) => {
        positions: readonly import("./rule-row.js").WireRow[];
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
};
declare function findOrphans({ snapshot, knownOrderIds }: RuleInput): string[];
export {};
