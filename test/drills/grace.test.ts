import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { drillsOf, SUITE_NAMES } from "../../src/drills/suites.js";
import { PREFIX } from "../support/fire-drill-run.js";

describe.each(SUITE_NAMES)("the suite %s", (suite) => {
  it.each([
    { syncs: 3, ms: 10_000 },
    { syncs: 1, ms: 30_000 },
    { syncs: 5, ms: 0 },
  ])("is fair to a grace of $syncs syncs and $ms ms", async (settle) => {
    const syncer = new BundledSyncer("0", PREFIX, settle);
    const { drills } = await runDrills(drillsOf(suite, PREFIX), syncer, PREFIX);
    const failed = drills.flatMap(({ id, checks }) =>
      checks
        .filter(({ status }) => status !== "passed")
        .map(({ label, expected, actual }) => `${id}: ${label}: expected ${expected}, got ${actual}`),
    );
    expect(failed).toEqual([]);
  });
});
