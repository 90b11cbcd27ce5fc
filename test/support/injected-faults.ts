import fc from "fast-check";
import { expect } from "vitest";
import type { Known } from "../../src/syncer/known.js";
import { type MismatchRule, ruleRow } from "../../src/syncer/mismatch-rules.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import type { AccountSnapshot } from "../../src/syncer/snapshot.js";
import { SyncerRig } from "./syncer-rig.js";
import { healthyHistories } from "./traded-accounts.js";

const materials = fc.tuple(healthyHistories, fc.nat(), fc.nat());

/** The law that a rule's injected fault is found, once, counted once, and nothing beside it. */
export function isFound(rule: MismatchRule) {
  return fc.asyncProperty(materials, async ([history, at, pick]) => {
    const answer = history[at % history.length];
    if (answer === undefined || !("account" in answer))
      throw new Error("healthy histories have no failed fetch");
    const { account, now } = answer;
    const rig = new SyncerRig();
    rig.now = now;
    const known = knownOf(parseSnapshot(account), rule);
    const results = [];
    for (const fed of [account, ruleRow(rule).fault(account, pick)]) {
      results.push(await rig.sync(parseSnapshot({ ...fed, source: account.source }), known));
      rig.now += 1000;
    }
    expect(results.map(({ mismatches }) => mismatches.map((found) => found.rule))).toEqual([[], [rule]]);
    const counted = [...(await rig.scrape())].filter(
      ([name, count]) => name.includes("mismatches_total") && count > 0,
    );
    expect(counted).toEqual([[`grinder_account_sync_mismatches_total{rule="${rule}"}`, 1]]);
  });
}

/** What the rule needs to be told of a healthy account; ids where it needs nothing. */
function knownOf({ openOrders, positions }: AccountSnapshot, rule: MismatchRule): Known {
  const { needs } = ruleRow(rule);
  if (needs === "orders") return { orders: openOrders };
  return needs === "positions" ? { positions } : { orderIds: openOrders.map(({ orderId }) => orderId) };
}
