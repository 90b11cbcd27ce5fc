import { type Finding, type RuleInput, type Sight, type WireRow } from "./rule-row.js";
/** We do not hold what we believe to hold. */
export declare const POSITION_MISMATCH: {
    readonly name: "position_mismatch";
    readonly comparesTwoSides: true;
    readonly needs: "positions";
    readonly askedBy: "life";
    readonly find: typeof findDifferent;
    readonly fault: (account: import("./rule-row.js").WireAccount, pick: number) => {
        open_orders: readonly WireRow[];
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
};
declare function findDifferent({ knownPositions }: RuleInput, { account }: Sight): Finding[];
export {};
