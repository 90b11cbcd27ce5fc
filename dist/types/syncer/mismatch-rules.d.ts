import type { AccountSnapshot, Mismatch } from "./contracts.js";
/** What a rule looks at. `knownOrderIds` is null where none were given; an empty set knows no order. */
export interface RuleInput {
    readonly snapshot: AccountSnapshot;
    /** Unix ms of the last accepted snapshot. */
    readonly lastTs: number;
    readonly knownOrderIds: ReadonlySet<string> | null;
}
/** All findings of all rules, in the order of the contract (section 3). Reads only. */
export declare function findMismatches(input: RuleInput): Mismatch[];
/** An account without positions and orders, at ts 0: a normal transition, never a regression. */
export declare function isEmptyAccount(snapshot: AccountSnapshot): boolean;
/** True where the snapshot is older than the last accepted one; equal is fine. */
export declare function isRegression({ snapshot, lastTs }: RuleInput): boolean;
