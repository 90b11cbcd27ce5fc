import type { AccountView } from "../account-view.js";
import type { KnownOrder, KnownPosition, Tellable } from "../known.js";
import type { OrderMatches } from "../match-orders.js";
import type { Past } from "../past.js";
import type { AccountSnapshot } from "../snapshot.js";
/** What a sync has before it: the answer, what was told and what is remembered. */
export interface RuleInput {
    readonly snapshot: AccountSnapshot;
    /** Unix ms of the last accepted snapshot. */
    readonly lastTs: number;
    /** Ids that are ours on any symbol; null where none were given, an empty set knows no order. */
    readonly knownOrderIds: ReadonlySet<string> | null;
    /** Orders that must be open; null or left out where they were not told, as with positions. */
    readonly knownOrders?: readonly KnownOrder[] | null;
    /** All that we hold. */
    readonly knownPositions?: readonly KnownPosition[] | null;
    /** The last accepted snapshot's rows; null or left out where there was none. */
    readonly past?: Past | null;
    /** Unix ms that the syncer's clock shows; without it, no row's ts is in the future. */
    readonly now?: number;
}
/** What all rules look at, made once in each sync. */
export interface Sight {
    readonly account: AccountView;
    /** Which rows the orders told are; null where none were told. */
    readonly matches: OrderMatches | null;
}
/** One thing that a rule found. */
export interface Finding {
    /** One printable line: what we said, what the exchange said, and the symbol. */
    readonly detail: string;
    /**
     * Of a rule that compares two sides: what has to be the same at each sight of a difference for it to be the same
     * difference (contract, section 3).
     */
    readonly sameAs?: string;
}
/** A row of an account in wire form (contract, section 2). */
export type WireRow = Readonly<Record<string, unknown>>;
/** An account in wire form, to put a fault into. */
export interface WireAccount {
    readonly positions: readonly WireRow[];
    readonly open_orders: readonly WireRow[];
    /** Unix ms. */
    readonly ts: number;
}
/** What people have to know of a rule, as Markdown: made into the tables and lists of the documents. */
export interface RuleWords {
    /** When it fires. */
    readonly fires: string;
    /** What may happen until it is settled. */
    readonly risk: string;
    /** What to look at first. */
    readonly triage: string;
    /** What to do about it. */
    readonly resolution: string;
}
/**
 * Everything that there is to say about one mismatch rule (contract, section 3). The metrics' series, the made-up
 * account's faults, the alert cases, the help and the documents are made of these rows, or held against them.
 */
export interface RuleRow<Name extends string = string> {
    /** The value of the label `rule`. */
    readonly name: Name;
    /** Whether it compares what the exchange says with what the system knows. */
    readonly comparesTwoSides: boolean;
    /** What the syncer must be told for it to be looked for; null where the answers of the exchange are enough. */
    readonly needs: Tellable | null;
    /** The smallest suite that asks for it. */
    readonly askedBy: "runbook" | "life";
    /** One finding for each fault, and nothing for a healthy account. */
    readonly find: (input: RuleInput, sight: Sight) => Finding[];
    /**
     * Breaks this rule, and no other, in a healthy account that has a position and an order, of which the syncer is told
     * what this rule needs.
     *
     * @param pick a whole number of at least 0 that chooses among the ways and the rows.
     */
    readonly fault: (account: WireAccount, pick: number) => WireAccount;
    /** The letter of the drill that proves it, of any suite. */
    readonly provenBy: string;
    readonly words: RuleWords;
}
/** A copy of the rows in which the chosen one is changed. */
export declare function withChosen(rows: readonly WireRow[], pick: number, change: (row: WireRow) => readonly WireRow[]): readonly WireRow[];
/** A number of the wire that is larger than this one, and of more digits: "0.5" becomes "10.5". */
export declare function enlarged(text: unknown): string;
