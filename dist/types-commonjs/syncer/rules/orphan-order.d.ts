import type { Finding, RuleInput, Sight, WireRow } from "./rule-row.js";
export declare const ORPHAN_ORDER: {
    readonly name: "orphan_order";
    readonly comparesTwoSides: true;
    readonly needs: "order_ids";
    readonly askedBy: "runbook";
    readonly find: typeof findOrphans;
    readonly fault: (account: import("./rule-row.js").WireAccount) => {
        positions: readonly WireRow[];
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
};
declare function findOrphans({ snapshot, knownOrderIds, knownOrders }: RuleInput, { matches }: Sight): Finding[];
export {};
