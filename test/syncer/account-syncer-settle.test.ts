import { describe, expect, it } from "vitest";
import type { Known } from "../../src/syncer/known.js";
import { snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";
import { changedSeries } from "../support/metric-series.js";
import { SyncerRig } from "../support/syncer-rig.js";

const ACCOUNT = snapshotOf();
const OURS = {
  orders: [{ orderId: "ord_1", symbol: "BTCUSDT", side: "BUY", price: "49000", qty: "0.1" }],
  positions: [{ symbol: "BTCUSDT", side: "LONG", qty: "0.5" }],
} as const satisfies Known;

describe("settle", () => {
  const settle = { syncs: 3, ms: 10_000 };
  const GONE = { orders: [...OURS.orders, { orderId: "ord_2", symbol: "BTCUSDT" }] };
  const missing = ["missing_order"];

  type Step = Known | "fails" | "regressed";

  /** One sync: of an account that is as ever and what is known of it, of one that went back, or of none. */
  async function sight(rig: SyncerRig, step: Step): Promise<readonly string[]> {
    const known = step === "fails" || step === "regressed" ? GONE : step;
    const fed = step === "regressed" ? snapshotOf({ ts: 1 }) : ACCOUNT;
    const fetch = step === "fails" ? () => Promise.reject(new Error("down")) : fed;
    const { mismatches, pending, error } = await rig.sync(fetch, known);
    if (error !== null) return ["failed"];
    return [...mismatches.map(({ rule }) => rule), ...pending.map(({ rule }) => `pending ${rule}`)];
  }

  async function sights(steps: readonly (readonly [seconds: number, step: Step])[]) {
    const rig = new SyncerRig({ settle });
    const seen = [];
    for (const [seconds, step] of steps) {
      rig.now = 10_000 + seconds * 1000;
      seen.push(await sight(rig, step));
    }
    return seen;
  }

  const waiting = ["pending missing_order"];

  it.each([
    {
      name: "three sights over ten seconds",
      steps: [
        [0, GONE],
        [5, GONE],
        [10, GONE],
        [15, GONE],
      ],
      seen: [waiting, waiting, missing, missing],
    },
    {
      name: "three sights in less time",
      steps: [
        [0, GONE],
        [4, GONE],
        [9, GONE],
        [10, GONE],
      ],
      seen: [waiting, waiting, waiting, missing],
    },
    {
      name: "a sight without it",
      steps: [
        [0, GONE],
        [5, GONE],
        [10, OURS],
        [15, GONE],
      ],
      seen: [waiting, waiting, [], waiting],
    },
    {
      name: "what was not told in between is forgotten",
      steps: [
        [0, GONE],
        [5, GONE],
        [10, { orderIds: ["ord_1"] }],
        [15, GONE],
      ],
      seen: [waiting, waiting, [], waiting],
    },
    {
      name: "a failed fetch is no sight and no break, and its time counts",
      steps: [
        [0, GONE],
        [5, "fails"],
        [9, GONE],
        [10, GONE],
      ],
      seen: [waiting, ["failed"], waiting, missing],
    },
    {
      name: "a rejected snapshot is no sight and no break",
      steps: [
        [0, GONE],
        [5, "regressed"],
        [10, GONE],
        [11, "regressed"],
        [12, GONE],
        [13, "regressed"],
      ],
      seen: [
        waiting,
        ["ts_regression", ...waiting],
        waiting,
        ["ts_regression", ...waiting],
        missing,
        ["ts_regression", ...missing],
      ],
    },
  ] satisfies readonly {
    name: string;
    steps: [number, Step][];
    seen: string[][];
  }[])("$name", async ({ steps, seen }) => {
    expect(await sights(steps)).toEqual(seen);
  });

  it("what is pending is no finding: ok, and no counter moves", async () => {
    const rig = new SyncerRig({ settle });
    await rig.sync(ACCOUNT, OURS);
    const before = await rig.scrape();
    const result = await rig.sync(ACCOUNT, GONE);
    expect(result).toMatchObject({ ok: true, mismatches: [], error: null });
    expect(result.pending).toEqual([
      { rule: "missing_order", detail: 'order "ord_2" on "BTCUSDT" is not open at the exchange' },
    ]);
    expect(changedSeries(before, await rig.scrape())).toEqual({});
  });

  it("what needs no second side never waits", async () => {
    const row = wireOrder({ qty: "-1", filled_qty: "-2" });
    const { mismatches } = await new SyncerRig({ settle }).sync(snapshotOf({ open_orders: [row, row] }));
    expect(new Set(mismatches.map(({ rule }) => rule))).toEqual(
      new Set(["duplicate_key", "negative_qty", "impossible_fill"]),
    );
  });

  it("a divergence of an account that trades on is the same one", async () => {
    const rig = new SyncerRig({ settle });
    const found = [];
    for (const [step, qty] of ["1", "2", "5"].entries()) {
      rig.now += 5000;
      const positions = [wirePosition({ qty: `${qty}.5`, ts: 3000 + step })];
      const known = { positions: [{ symbol: "BTCUSDT", side: "LONG", qty: `${qty}.25` }] } as const;
      found.push((await rig.sync(snapshotOf({ positions, open_orders: [] }), known)).mismatches.length);
    }
    expect(found).toEqual([0, 0, 1]);
  });

  it("another price of the same order is another difference", async () => {
    const rig = new SyncerRig({ settle });
    const found = [];
    for (const price of ["1", "1.0", "2", "2.00", "2"]) {
      rig.now += 5000;
      const fed = snapshotOf({ open_orders: [wireOrder({ price })] });
      found.push((await rig.sync(fed, { orders: OURS.orders })).mismatches.length);
    }
    expect(found).toEqual([0, 0, 0, 0, 1]);
  });
});
