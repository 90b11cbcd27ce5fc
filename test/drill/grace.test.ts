import { describe, expect, it } from "vitest";
import type { SyncRequest } from "../../src/drill/drilled-syncer.js";
import { fedSyncs } from "../../src/drill/grace.js";
import { later } from "../../src/drill/later.js";

const SNAPSHOT = { positions: [{ ts: 2000, qty: "1" }], open_orders: [{ ts: null }, { ts: 0 }], ts: 2000 };

function step(different: Partial<SyncRequest> = {}): SyncRequest {
  return { now: 10_000, snapshot: SNAPSHOT, fetchError: null, knownOrderIds: ["a"], ...different };
}

/** `1 settles at 10000`: each sync that is fed. */
function told(steps: readonly SyncRequest[], settle: { syncs: number; ms: number } | undefined): string[] {
  return fedSyncs(steps, settle).map(
    ({ step: at, settles, request }) => `${at + 1}${settles ? " settles" : ""} at ${request.now}`,
  );
}

describe("what is fed to a syncer", () => {
  it.each([
    { name: "without a grace", settle: undefined },
    { name: "that says so at once", settle: { syncs: 1, ms: 0 } },
  ])("$name is each step, the very same", ({ settle }) => {
    const steps = [step(), step({ knownOrderIds: [] })];
    expect(fedSyncs(steps, settle).map(({ request }) => request)).toEqual(steps);
    expect(fedSyncs(steps, settle)[0]?.request).toBe(steps[0]);
  });

  it.each([
    { settle: { syncs: 3, ms: 10_000 }, fed: ["1 settles at 10000", "1 settles at 15500", "1 at 21000"] },
    { settle: { syncs: 1, ms: 10_000 }, fed: ["1 settles at 10000", "1 at 21000"] },
    { settle: { syncs: 2, ms: 0 }, fed: ["1 settles at 10000", "1 at 11000"] },
  ])("with a grace of $settle has lasted longer than it by the step", ({ settle, fed }) => {
    expect(told([step()], settle)).toEqual(fed);
  });

  it("is not fed again where it was seen before, or nothing is compared", () => {
    const steps = [step({ knownOrderIds: null }), step(), step(), step({ fetchError: "auth" }), step()];
    expect(told(steps, { syncs: 2, ms: 0 })).toEqual([
      "1 at 10000",
      "2 settles at 10000",
      "2 at 11000",
      "3 at 11000",
      "4 at 11000",
      "5 at 11000",
    ]);
  });

  it("settles each time that something else is seen, with orders and positions too", () => {
    const steps = [step(), step({ knownOrderIds: null, expected: { positions: [] } })];
    expect(told(steps, { syncs: 2, ms: 0 })).toEqual([
      "1 settles at 10000",
      "1 at 11000",
      "2 settles at 11000",
      "2 at 12000",
    ]);
  });
});

describe("the same request later", () => {
  it("moves the clock and every ts that was given, and nothing else", () => {
    expect(later(step(), 5)).toEqual({
      ...step(),
      now: 10_005,
      snapshot: { positions: [{ ts: 2005, qty: "1" }], open_orders: [{ ts: null }, { ts: 0 }], ts: 2005 },
    });
  });
});
