import fc from "fast-check";
import { expect } from "vitest";
import { type MismatchRule, ruleRow } from "../../src/syncer/mismatch-rules.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { CLEAN_EXCHANGE } from "./account-histories.js";
import { cleanAccounts } from "./arbitraries.js";
import { SyncerRig } from "./syncer-rig.js";

const TS = 2 ** 41;

const materials = fc.record({
  account: cleanAccounts.filter(
    ({ positions, open_orders }) => positions.length > 0 && open_orders.length > 0,
  ),
  pick: fc.nat(),
});

/** The law that a rule's injected fault is found, once, counted once, and nothing beside it. */
export function isFound(rule: MismatchRule) {
  return fc.asyncProperty(materials, async ({ account, pick }) => {
    const rig = new SyncerRig();
    const healthy = { ...account, ts: TS };
    const known = account.open_orders.map(({ order_id }) => order_id);
    const results = [];
    for (const fed of [healthy, ruleRow(rule).fault(healthy, pick)]) {
      rig.now += 1000;
      results.push(await rig.sync(parseSnapshot({ ...fed, source: CLEAN_EXCHANGE }), known));
    }
    expect(results.map(({ mismatches }) => mismatches.map((found) => found.rule))).toEqual([[], [rule]]);
    const counted = [...(await rig.scrape())].filter(
      ([name, count]) => name.includes("mismatches_total") && count > 0,
    );
    expect(counted).toEqual([[`grinder_account_sync_mismatches_total{rule="${rule}"}`, 1]]);
  });
}
