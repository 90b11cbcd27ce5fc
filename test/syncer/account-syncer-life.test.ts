import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectAsTheOracleSays, subjectOf, syncOnce } from "../support/account-histories.js";
import type { Answer } from "../support/account-oracle.js";
import { shuffled } from "../support/arbitraries.js";
import { DIVERGENCES, type Divergence } from "../support/divergences.js";
import { SyncerRig } from "../support/syncer-rig.js";
import { ADVISED, healthyHistories } from "../support/traded-accounts.js";

/** What each sync of a history finds, the rules of each by name. */
async function findingsOf(history: readonly Answer[]): Promise<string[][]> {
  const rig = new SyncerRig({ settle: ADVISED });
  const found: string[][] = [];
  for (const answer of history) {
    const { mismatches, error } = await syncOnce(rig, answer);
    found.push(error === null ? mismatches.map(({ rule }) => rule) : [error.reason]);
  }
  return found;
}

/** The history in which the account is another one from a sync on. */
function from(start: number, history: readonly Answer[], put: Divergence["put"]): Answer[] {
  return history.map((answer, index) =>
    index < start || !("account" in answer) ? answer : { ...answer, account: put(answer.account) },
  );
}

describe("a healthy account that is traded", () => {
  it("raises nothing with the settle that the documents advise", async () => {
    const silent = fc.asyncProperty(healthyHistories, async (history) => {
      expect((await findingsOf(history)).flat()).toEqual([]);
    });
    await fc.assert(silent, { numRuns: 150 });
  });

  it("differs for a moment all the same, as the oracle says", async () => {
    const asTheOracle = fc.asyncProperty(healthyHistories, (history) =>
      expectAsTheOracleSays(history, ADVISED),
    );
    await fc.assert(asTheOracle, { numRuns: 40 });
    const rig = new SyncerRig();
    const found = [];
    for (const answer of fc.sample(healthyHistories, { seed: 1, numRuns: 40 }).flat()) {
      if ("account" in answer) found.push(...(await syncOnce(rig, answer)).mismatches);
    }
    expect(new Set(found.map(({ rule }) => rule))).toContain("missing_order");
  });
});

describe("a traded account whose two sides come apart", () => {
  it.each(DIVERGENCES)("$name: $found, $when", async ({ found, when, put }) => {
    const law = fc.asyncProperty(healthyHistories, fc.integer({ min: 1, max: 3 }), async (history, start) => {
      const diverged = from(start, history, put);
      const began = diverged[start]?.now ?? 0;
      const expected = diverged.map(({ now }, index) => {
        const syncs = index - start + 1;
        const isOver = when === "settled" ? syncs < ADVISED.syncs || now - began < ADVISED.ms : syncs < 1;
        return isOver || (when === "once" && syncs > 1) ? [] : found;
      });
      expect(await findingsOf(diverged)).toEqual(expected);
    });
    await fc.assert(law, { numRuns: 20 });
  });

  it("a ts out of the far future is no answer, and every later one is as good as before", async () => {
    const history = healthy(7);
    const ahead = from(1, history, (account) => ({ ...account, ts: account.ts + 400_000 })).slice(0, 3);
    expect(await findingsOf([...ahead, ...history.slice(3)])).toEqual([
      [],
      ["parse"],
      ["parse"],
      ...Array(history.length - 3).fill([]),
    ]);
  });

  it.each([
    { name: "the orders' leg is empty", put: { open_orders: [] }, rules: ["missing_order"] },
    { name: "the positions' leg is empty", put: { positions: [] }, rules: ["position_mismatch"] },
    {
      name: "both legs are empty",
      put: { open_orders: [], positions: [] },
      rules: ["missing_order", "position_mismatch"],
    },
  ])("$name", async ({ put, rules }) => {
    const found = await findingsOf(from(1, healthy(3), (account) => ({ ...account, ...put })));
    expect(found.map((each) => [...new Set(each)])).toEqual([[], [], [], ...found.slice(3).map(() => rules)]);
  });

  it("is silent again once it is healed", async () => {
    const history = healthy(5);
    for (const { put } of DIVERGENCES) {
      const healed = [...from(0, history, put).slice(0, 5), ...history.slice(5)];
      const [first] = (await findingsOf(healed)).slice(5);
      // A row that is whole again may be newer than what was accepted, never older.
      expect(first).toEqual([]);
    }
  });
});

it("a failed fetch in between changes nothing", async () => {
  const material = fc.tuple(healthyHistories, fc.constantFrom(...DIVERGENCES), fc.nat(), fc.nat());
  const law = fc.asyncProperty(material, async ([history, { put }, start, place]) => {
    const diverged = from(start % history.length, history, put);
    const at = place % diverged.length;
    const failed = { now: (diverged[at]?.now ?? 0) - 1, reason: "timeout" };
    const found = await findingsOf(diverged.toSpliced(at, 0, failed));
    expect(found.toSpliced(at, 1)).toEqual(await findingsOf(diverged));
  });
  await fc.assert(law, { numRuns: 60 });
});

it("the order of rows and of what is known never matters", async () => {
  const material = fc
    .tuple(healthyHistories, fc.constantFrom(...DIVERGENCES.filter(({ name }) => !name.endsWith("twice"))))
    .map(([history, { put }]) => from(2, history, put))
    .chain((history) => fc.tuple(fc.constant(history), fc.tuple(...history.map(reordered))));
  const law = fc.asyncProperty(material, async ([history, other]) => {
    const [rig, otherRig] = [new SyncerRig({ settle: ADVISED }), new SyncerRig({ settle: ADVISED })];
    for (const [index, answer] of history.entries()) {
      const [here, there] = [await syncOnce(rig, answer), await syncOnce(otherRig, other[index] ?? answer)];
      const sorted = (found: typeof here.mismatches) =>
        found.map(({ rule, detail }) => `${rule} ${JSON.stringify(subjectOf(detail))}`).sort();
      expect(sorted(there.mismatches)).toEqual(sorted(here.mismatches));
      expect(sorted(there.pending)).toEqual(sorted(here.pending));
    }
  });
  await fc.assert(law, { numRuns: 40 });
});

/** One healthy history of at least eight syncs, ten seconds and more apart. */
function healthy(seed: number): readonly Answer[] {
  const isLong = (history: readonly Answer[]) => history.length >= 8;
  const [history = []] = fc.sample(healthyHistories.filter(isLong), { seed, numRuns: 1 });
  return history.map((answer, index) => ({ ...answer, now: answer.now + index * 10_000 }));
}

function reordered(answer: Answer): fc.Arbitrary<Answer> {
  if (!("account" in answer) || answer.known === null) return fc.constant(answer);
  const { account, known } = answer;
  return fc
    .tuple(
      ...[shuffled(account.positions), shuffled(account.open_orders)],
      ...[shuffled(known.order_ids ?? []), shuffled(known.orders ?? []), shuffled(known.positions ?? [])],
    )
    .map(([positions, open_orders, order_ids, orders, held]) =>
      Object.assign({}, answer, {
        account: { ...account, positions, open_orders },
        known: { order_ids, orders, positions: held },
      }),
    );
}
