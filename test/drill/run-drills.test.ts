import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { drillsOf } from "../../src/drills/suites.js";
import { DrillError } from "../../src/errors.js";
import { SketchSyncer } from "../../src/self-test/sketch-syncer.js";
import { BreakingSyncer } from "../support/breaking-syncer.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { RUNBOOK } from "../support/suite-counts.js";

/** `a passed`: each drill and the status that all its checks have, or `mixed`. */
async function outcomesOf(syncer: BreakingSyncer | SketchSyncer): Promise<string[]> {
  const { drills } = await runDrills(drillsOf("runbook", PREFIX), syncer, PREFIX);
  return drills.map(({ id, checks }) => {
    const statuses = [...new Set(checks.map(({ status }) => status))];
    return `${id} ${statuses.length === 1 ? statuses[0] : "mixed"}`;
  });
}

describe("runDrills", () => {
  it("goes on after a drill that failed", async () => {
    const deaf = new SketchSyncer({ expose: () => "" });
    expect(await outcomesOf(deaf)).toEqual(["a mixed", "b mixed", "c mixed", "d mixed", "e failed"]);
  });

  it.each([
    { name: "in its first reset", syncer: new BreakingSyncer("reset", 1), broken: "a" },
    { name: "in its first sync", syncer: new BreakingSyncer("sync", 1), broken: "a" },
    { name: "in its first metrics", syncer: new BreakingSyncer("metrics", 1), broken: "a" },
    { name: "in the reset of drill C", syncer: new BreakingSyncer("reset", 3), broken: "c" },
    { name: "in the second sync of drill D", syncer: new BreakingSyncer("sync", 5), broken: "d" },
    { name: "in the last metrics", syncer: new BreakingSyncer("metrics", 5), broken: "e" },
  ])(
    "fails the drill in which the syncer broke off, and skips the rest: $name",
    async ({ syncer, broken }) => {
      const expected = RUNBOOK.map((id) => {
        if (id === broken) return `${id} failed`;
        return `${id} ${id < broken ? "passed" : "skipped"}`;
      });
      expect(await outcomesOf(syncer)).toEqual(expected);
      expect(syncer.callsAfterwards).toBe(0);
    },
  );

  it.each([
    { name: "a coded error", thrown: new DrillError("syncer_broke_off", "it hung"), told: "it hung" },
    { name: "text", thrown: "out of memory", told: "out of memory" },
    { name: "nothing", thrown: null, told: "null" },
    { name: "text that would break a line", thrown: new Error("a\n\u001b[2Jb"), told: "a\\u{a}\\u{1b}[2Jb" },
  ])("tells why, where the syncer throws $name", async ({ thrown, told }) => {
    const syncer = new BreakingSyncer("sync", 2, thrown);
    const { drills, brokeOff } = await runDrills(drillsOf("runbook", PREFIX), syncer, PREFIX);
    expect(brokeOff).toBe(told);
    expect(drills[1]?.checks.map(({ actual }) => actual)).toEqual(
      Array(7).fill(`the syncer broke off: ${told}`),
    );
    expect(drills[2]?.checks[0]?.actual).toBe(`the syncer broke off before: ${told}`);
  });

  it("keeps the labels, stages and what was expected of a drill that could not be held", async () => {
    const syncer = new BreakingSyncer("reset", 1);
    const { drills } = await runDrills(drillsOf("runbook", PREFIX).slice(0, 1), syncer, PREFIX);
    expect(drills).toMatchObject([
      {
        id: "a",
        title: "Clean sync",
        injected: "nothing: two healthy positions, one order",
        caught: [],
        counted: [],
        provenMarker: null,
        metricLines: [],
      },
    ]);
    expect(drills[0]?.checks.map(({ label, stage, expected }) => [label, stage, expected])).toEqual([
      ["sync is ok", "found", "ok"],
      ["0 mismatches", "found", "0"],
      ["proven: clean sync", "found", "every condition holds"],
      ["gauge last_ts is 2000", "counted", "2000"],
      ["gauge positions_count is 2", "counted", "2"],
      ["gauge open_orders_count is 1", "counted", "1"],
      ["gauge pending_notional is 4900", "counted", "4900"],
    ]);
    expect([...(drills[0]?.files ?? [])]).toEqual([
      ["drill_a_log.txt", "the syncer broke off: the process ended\n"],
    ]);
  });

  it("tells why, where the syncer fails at its end, and keeps what was drilled", async () => {
    const syncer = Object.assign(new BundledSyncer("0.1"), {
      end: async () => Promise.reject(new Error("no answer to bye")),
    });
    const { drills, brokeOff } = await runDrills(drillsOf("runbook", PREFIX), syncer, PREFIX);
    expect(brokeOff).toBe("no answer to bye");
    expect(drills.flatMap(({ provenMarker }) => provenMarker ?? [])).toHaveLength(5);
  });

  it("runs nothing where there is nothing to run", async () => {
    expect(await runDrills([], new BreakingSyncer("reset", 1), PREFIX)).toEqual({
      drills: [],
      brokeOff: null,
    });
  });
});
