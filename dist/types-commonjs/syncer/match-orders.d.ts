import type { AccountView } from "./account-view.js";
import { type KnownOrder } from "./known.js";
export interface OrderMatches {
    readonly rows: readonly number[];
    readonly unlike: readonly number[];
    readonly isTold: readonly boolean[];
    readonly isEachThere: boolean;
    readonly isEachTold: boolean;
}
export declare function matchOrders(orders: readonly KnownOrder[], { orders: index }: AccountView): OrderMatches;
