import type { AccountView } from "./account-view.js";
import { type KnownOrder } from "./known.js";
/** Which rows the orders that we told are. */
export interface OrderMatches {
    /** For each order told, where its row stands; -1 where it has none. */
    readonly rows: readonly number[];
    /** The places of those orders told that have a row, and are not written like it. */
    readonly unlike: readonly number[];
    /** For each row, whether it is one that we told. */
    readonly isTold: readonly boolean[];
    /** Whether each order told has a row, and each row is one that we told: of a healthy account, both. */
    readonly isEachThere: boolean;
    readonly isEachTold: boolean;
}
/**
 * Finds the row of each order told, by the exchange's id, else by our own. Here its numbers are looked at too: most are
 * written as the exchange writes them, and need not be read.
 *
 * @throws DrillError `bad_input` where one is none, with its path, such as `orders[3].price`.
 */
export declare function matchOrders(orders: readonly KnownOrder[], { orders: index }: AccountView): OrderMatches;
