import { type Finding, type RuleInput, type Sight, type WireRow } from "./rule-row.js";
export declare const ORDER_MISMATCH: {
    readonly name: "order_mismatch";
    readonly comparesTwoSides: true;
    readonly needs: "orders";
    readonly askedBy: "life";
    readonly find: typeof findDifferent;
    readonly fault: (account: import("./rule-row.js").WireAccount, pick: number) => {
        positions: readonly WireRow[];
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
};
declare function findDifferent({ snapshot, knownOrders }: RuleInput, { matches }: Sight): Finding[];
export {};
