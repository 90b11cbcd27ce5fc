import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { PROVEN } from "../../src/drill/drill.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { drillsOf } from "../../src/drills/suites.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { PREFIX } from "../support/fire-drill-run.js";

const FURTHER = drillsOf("full", PREFIX).slice(drillsOf("runbook", PREFIX).length);

describe("the full suite", () => {
  it("begins with the runbook's drills", () => {
    const runbook = drillsOf("runbook", PREFIX).map(({ id }) => id);
    expect(drillsOf("full", PREFIX).map(({ id }) => id)).toEqual([
      ...runbook,
      ...FURTHER.map(({ id }) => id),
    ]);
  });

  it.each(FURTHER)("$id feeds snapshots of the contract's form, and checks its proof once", (drill) => {
    for (const { snapshot } of drill.steps) expect(() => parseSnapshot(snapshot)).not.toThrow();
    expect(drill.checks.filter((check) => check === PROVEN)).toHaveLength(1);
    const labels = drill.checks.map((check) => (check === PROVEN ? PROVEN : check.label));
    expect(labels).toEqual([...new Set(labels)]);
  });

  it("passes whole against the bundled syncer, in any order and over again", async () => {
    const drills = drillsOf("full", PREFIX);
    const { drills: results, brokeOff } = await runDrills(
      [...drills, ...[...drills].reverse()],
      new BundledSyncer("1"),
      PREFIX,
    );
    const failed = results.flatMap(({ id, checks }) =>
      checks.filter(({ status }) => status !== "passed").map((check) => ({ id, ...check })),
    );
    expect({ failed, brokeOff }).toEqual({ failed: [], brokeOff: null });
    expect(results.map(({ provenMarker }) => provenMarker)).not.toContain(null);
  });

  it("fits a syncer with another prefix", async () => {
    const { drills } = await runDrills(drillsOf("full", "acme"), new BundledSyncer("1", "acme"), "acme");
    expect(drills.map(({ provenMarker }) => provenMarker)).not.toContain(null);
  });
});
