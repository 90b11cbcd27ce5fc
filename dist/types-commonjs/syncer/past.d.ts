import type { AccountView } from "./account-view.js";
export declare const MOST_AHEAD_MS: number;
export interface Past {
    readonly account: AccountView;
    readonly now: number | undefined;
}
export declare function isAhead(ts: number, now: number | undefined): boolean;
