import { describe, expect, it } from "vitest";
import { type Drill, PROVEN } from "../../src/drill/drill.js";
import { counterIs, gaugeIs, gaugesAre } from "../../src/drill/metrics-checks.js";
import { findingsAre, lastTsIs, syncIs } from "../../src/drill/reply-checks.js";
import { runOneDrill } from "../../src/drill/run-one-drill.js";
import { inputsAreUnchanged } from "../../src/drill/sync-row-checks.js";
import { openOrder, position, syncOf } from "../../src/drills/accounts.js";
import { GracefulSyncer, type Habit } from "../support/graceful-syncer.js";

const FAULTY = syncOf({ positions: [position({ qty: "-1" })], openOrders: [openOrder()], ts: 2000 }, []);
const STEPS = [syncOf({ positions: [position()], openOrders: [], ts: 1000 }), FAULTY];
const DRILL: Drill = {
  id: "x",
  title: "A title",
  injected: "a fault",
  proves: "that it is found",
  now: 12_000,
  steps: STEPS,
  checks: [
    syncIs("ok"),
    findingsAre(["negative_qty", "orphan_order"], 1),
    lastTsIs(1000, 0),
    lastTsIs(2000, 1, "last_ts at last"),
    counterIs("negative_qty", 1, "p"),
    counterIs("orphan_order", 1, "p"),
    gaugesAre({ last_ts: 2000, last_wall_ts: 10_000, age_seconds: 2 }, "p"),
    inputsAreUnchanged(STEPS),
    PROVEN,
  ],
  proof: [],
  shows: [],
  hasLog: true,
};

async function failedFor(habit: Habit): Promise<string[]> {
  const { checks } = await runOneDrill(DRILL, new GracefulSyncer(habit), "p");
  return checks.filter(({ status }) => status === "failed").map(({ label }) => label);
}

describe("a syncer with a grace", () => {
  it("passes what is asked of one without: the times and counts that the grace adds are taken off", async () => {
    const { checks, provenMarker } = await runOneDrill(DRILL, new GracefulSyncer(), "p");
    expect(checks.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(provenMarker).toBe("drill_x_PROVEN: that it is found");
  });

  it("has every sync that it was fed in the log, and what it is given to settle", async () => {
    const { files } = await runOneDrill(DRILL, new GracefulSyncer(), "p");
    const log = files.get("drill_x_log.txt") ?? "";
    expect(log).toContain("\ngrace: a difference has 3 syncs and 4000 ms to settle\n");
    expect([...log.matchAll(/^step .*$/gm)].map(String)).toEqual([
      "step 1: sync",
      "step 2, settling: sync",
      "step 2, settling: sync",
      "step 2: sync",
    ]);
    expect([...log.matchAll(/^ {2}now: .*$/gm)].map(String)).toEqual([
      "  now: 10000",
      "  now: 10000",
      "  now: 12500",
      "  now: 15000",
    ]);
  });

  it("keeps its metrics as they came", async () => {
    const { files } = await runOneDrill(DRILL, new GracefulSyncer(), "p");
    expect(files.get("drill_x_metrics.txt")).toContain('{rule="negative_qty"} 3\np_last_ts 7000\n');
  });

  it("may say so earlier than it declared", async () => {
    expect(await failedFor("early")).toEqual([]);
  });

  it.each<{ habit: Habit; fails: string[] }>([
    { habit: "early, uncounted", fails: ["counter negative_qty is 1", "counter orphan_order is 1"] },
    { habit: "never", fails: ["exactly the injected faults are found", "counter orphan_order is 1"] },
    { habit: "ever more", fails: [] },
    { habit: "silent meanwhile", fails: [] },
  ])("fails where it is wrong: $habit", async ({ habit, fails }) => {
    expect(await failedFor(habit)).toEqual([...fails, "proven: that it is found"]);
  });

  it("is told in the proof where it is only wrong while a difference settles", async () => {
    const { checks } = await runOneDrill(DRILL, new GracefulSyncer("silent meanwhile"), "p");
    expect(checks.at(-1)?.actual).toBe(
      "missed: while a difference settles, the rest is found as ever (expected as when it has settled, " +
        "got sync 2, settling: ok, found nothing)",
    );
  });

  it("is drilled with something else where a step cannot be repeated", async () => {
    const instead = { ...DRILL, steps: [STEPS[0] ?? FAULTY], checks: [gaugeIs("last_ts", 1000, "p")] };
    const { checks } = await runOneDrill({ ...DRILL, withGrace: instead }, new GracefulSyncer(), "p");
    expect(checks.map(({ label, status }) => `${label}: ${status}`)).toEqual([
      "gauge last_ts is 1000: passed",
    ]);
  });
});

describe("a drill of what a syncer does not take", () => {
  it("is skipped, check by check, and says so", async () => {
    const syncer = Object.assign(new GracefulSyncer(), { takes: [] });
    const { checks, provenMarker } = await runOneDrill(DRILL, syncer, "p");
    expect(new Set(checks.map(({ status, actual }) => `${status}: ${actual}`))).toEqual(
      new Set(["skipped: the syncer takes no order_ids"]),
    );
    expect(provenMarker).toBeNull();
  });
});
