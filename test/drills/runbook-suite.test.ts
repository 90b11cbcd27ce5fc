import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { PROVEN } from "../../src/drill/drill.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { checkCount, drillsOf } from "../../src/drills/suites.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { PREFIX } from "../support/fire-drill-run.js";

describe("the runbook's drills", () => {
  // The one place that says the figures of the contract (section 5); everything else counts.
  it("are five, with 7, 7, 5, 6 and 8 checks, and the guard's makes 34", () => {
    const drills = drillsOf("runbook", PREFIX);
    expect(drills.map(({ id, checks }) => [id, checks.length])).toEqual([
      ["a", 7],
      ["b", 7],
      ["c", 5],
      ["d", 6],
      ["e", 8],
    ]);
    expect(checkCount("runbook")).toBe(34);
  });

  it.each(drillsOf("runbook", PREFIX))(
    "$id has one clock, snapshots of the contract's form, and at most one proof",
    (drill) => {
      for (const step of drill.steps) {
        expect(step.now).toBe(drill.now);
        expect(() => parseSnapshot(step.snapshot)).not.toThrow();
      }
      expect(drill.checks.filter((check) => check === PROVEN).length).toBeLessThanOrEqual(1);
      expect(drill.hasLog).toBe(drill.id !== "e");
    },
  );

  it("all pass against the bundled syncer, in any order and over again", async () => {
    const drills = drillsOf("runbook", PREFIX);
    const syncer = new BundledSyncer("1");
    const { drills: results, brokeOff } = await runDrills(
      [...drills, ...[...drills].reverse()],
      syncer,
      PREFIX,
    );
    expect(brokeOff).toBeNull();
    expect(results.map(({ provenMarker }) => provenMarker)).not.toContain(null);
    for (const { id } of drills) {
      const [first, second] = results.filter((result) => result.id === id);
      expect(first).toEqual(second);
    }
  });

  it("look for the metrics of the prefix they are given, and for no others", async () => {
    const { drills } = await runDrills(drillsOf("runbook", "other"), new BundledSyncer("1"), "other");
    const failed = drills.flatMap(({ checks }) =>
      checks.filter(({ status }) => status === "failed").map(({ label }) => label),
    );
    expect(drills.filter(({ provenMarker }) => provenMarker !== null)).toEqual([]);
    expect(failed).toContain("gauge last_ts is 2000");
    expect(failed).toContain("all 27 required patterns present");
    expect(failed).not.toContain("sync is ok");
  });
});
