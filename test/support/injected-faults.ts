import fc from "fast-check";
import { expect } from "vitest";
import type { MismatchRule } from "../../src/syncer/contracts.js";
import { CLEAN_EXCHANGE, syncOnce } from "./account-histories.js";
import type { Answer, WireAccount } from "./account-oracle.js";
import { cleanAccounts } from "./arbitraries.js";
import { SyncerRig } from "./syncer-rig.js";

/** A clean account, and where and how much of a fault goes into it. */
interface Material {
  readonly account: Pick<WireAccount, "positions" | "open_orders">;
  /** Chooses a row, and where it goes. */
  readonly pick: number;
  readonly place: number;
  /** Below zero. */
  readonly qty: string;
  /** By how many ms a snapshot goes back. */
  readonly back: number;
}

/** The answers of an exchange whose last one has just this fault, and nothing else. */
type Inject = (material: Material) => readonly Answer[];

const TS = 2 ** 41;
const BELOW_ZERO = fc.oneof(
  fc.constantFrom("-1", "-0.1", "-1e-20", "-9007199254740993", "-0.00000000000000000001"),
  fc.bigInt({ min: 1n, max: 10n ** 30n }).map((units) => `-${units}`),
);

const materials = fc.record({
  account: cleanAccounts.filter(
    ({ positions, open_orders }) => positions.length > 0 && open_orders.length > 0,
  ),
  pick: fc.nat(),
  place: fc.nat(),
  qty: BELOW_ZERO,
  back: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: TS })),
});

/** How each rule's fault is put into a clean account, at a random place. */
export const INJECTIONS: Readonly<Record<MismatchRule, Inject>> = {
  ts_regression: ({ account, back }) => [
    { now: 1000, account: at(account, TS), known: null },
    { now: 2000, account: at(account, TS - back), known: null },
  ],
  duplicate_key: ({ account, pick, place }) =>
    rowsOf(account, pick, (rows, index) => {
      const copy = { ...rows[index], qty: "1", ts: null };
      return rows.toSpliced(place % (rows.length + 1), 0, Object.assign({}, rows[index], copy));
    }),
  negative_qty: ({ account, pick, qty }) =>
    rowsOf(account, pick, (rows, index) => rows.map((row, at) => (at === index ? { ...row, qty } : row))),
  orphan_order: ({ account, pick }) => {
    const ids = account.open_orders.map(({ order_id }) => order_id);
    return [{ now: 1000, account: at(account, TS), known: ids.toSpliced(pick % ids.length, 1) }];
  },
};

function at({ positions, open_orders }: Material["account"], ts: number): WireAccount {
  return { positions, open_orders, ts, source: CLEAN_EXCHANGE };
}

// Half of the time among the positions, half among the orders.
function rowsOf(
  account: Material["account"],
  pick: number,
  change: <T extends object>(rows: readonly T[], index: number) => readonly T[],
): readonly Answer[] {
  const { positions, open_orders } = account;
  const index = Math.floor(pick / 2);
  const faulty =
    pick % 2 === 0
      ? { positions: change(positions, index % positions.length), open_orders }
      : { positions, open_orders: change(open_orders, index % open_orders.length) };
  const known = open_orders.map(({ order_id }) => order_id);
  return [{ now: 1000, account: at(faulty, TS), known }];
}

/** The law that a rule's injected fault is found, once, counted once, and nothing beside it. */
export function isFound(rule: MismatchRule) {
  return fc.asyncProperty(materials, async (material) => {
    const rig = new SyncerRig();
    const answers = INJECTIONS[rule](material);
    const results = [];
    for (const answer of answers) results.push(await syncOnce(rig, answer));
    expect(results.map(({ ok }) => ok)).toEqual(answers.map((_, index) => index < answers.length - 1));
    expect(results.at(-1)?.mismatches.map((found) => found.rule)).toEqual([rule]);
    const counted = [...(await rig.scrape())].filter(
      ([name, count]) => name.includes("mismatches_total") && count > 0,
    );
    expect(counted).toEqual([[`grinder_account_sync_mismatches_total{rule="${rule}"}`, 1]]);
  });
}
