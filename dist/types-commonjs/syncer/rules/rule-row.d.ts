import type { AccountView } from "../account-view.js";
import type { KnownOrder, KnownPosition, Tellable } from "../known.js";
import type { OrderMatches } from "../match-orders.js";
import type { Past } from "../past.js";
import type { AccountSnapshot } from "../snapshot.js";
export interface RuleInput {
    readonly snapshot: AccountSnapshot;
    readonly lastTs: number;
    readonly knownOrderIds: ReadonlySet<string> | null;
    readonly knownOrders?: readonly KnownOrder[] | null;
    readonly knownPositions?: readonly KnownPosition[] | null;
    readonly past?: Past | null;
    readonly now?: number;
}
export interface Sight {
    readonly account: AccountView;
    readonly matches: OrderMatches | null;
}
export interface Finding {
    readonly detail: string;
    readonly sameAs?: string;
}
export type WireRow = Readonly<Record<string, unknown>>;
export interface WireAccount {
    readonly positions: readonly WireRow[];
    readonly open_orders: readonly WireRow[];
    readonly ts: number;
}
export interface RuleWords {
    readonly fires: string;
    readonly risk: string;
    readonly triage: string;
    readonly resolution: string;
}
export interface RuleRow<Name extends string = string> {
    readonly name: Name;
    readonly comparesTwoSides: boolean;
    readonly needs: Tellable | null;
    readonly askedBy: "runbook" | "life";
    readonly find: (input: RuleInput, sight: Sight) => Finding[];
    readonly fault: (account: WireAccount, pick: number) => WireAccount;
    readonly provenBy: string;
    readonly words: RuleWords;
}
export declare function withChosen(rows: readonly WireRow[], pick: number, change: (row: WireRow) => readonly WireRow[]): readonly WireRow[];
export declare function enlarged(text: unknown): string;
