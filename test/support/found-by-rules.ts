import { AccountView } from "../../src/syncer/account-view.js";
import type { Known } from "../../src/syncer/known.js";
import { findMismatches } from "../../src/syncer/mismatch-rules.js";
import { readKnown } from "../../src/syncer/read-known.js";
import { type Fields, snapshotOf } from "./accounts.js";

/** What the rules look at besides the snapshot. */
interface Circumstances {
  readonly known?: Iterable<string> | Known | null;
  readonly lastTs?: number;
  /** Unix ms. */
  readonly now?: number;
  /** What is not healthy in the last accepted snapshot; it was accepted `before`, in Unix ms. */
  readonly past?: Fields;
  readonly before?: number;
}

/** What the rules find in one snapshot, each finding as `rule: detail`; `different` says what is not healthy in it. */
export function foundByRules(
  different: Fields,
  { known, lastTs = 0, now = 10_000, past, before = now }: Circumstances = {},
): string[] {
  const { orderIds: knownOrderIds, orders: knownOrders, positions: knownPositions } = readKnown(known);
  const mismatches = findMismatches({
    ...{ snapshot: snapshotOf(different), lastTs, now, knownOrderIds, knownOrders, knownPositions },
    past: past === undefined ? null : { account: new AccountView(snapshotOf(past)), now: before },
  });
  return mismatches.map(({ rule, detail }) => `${rule}: ${detail}`);
}
