import { describe, expect, it } from "vitest";
import { type Drill, PROVEN } from "../../src/drill/drill.js";
import type { DrilledSyncer, SyncReply } from "../../src/drill/drilled-syncer.js";
import { gaugeIs } from "../../src/drill/metrics-checks.js";
import { mismatchCountIs, syncIs } from "../../src/drill/reply-checks.js";
import { runOneDrill } from "../../src/drill/run-one-drill.js";
import { replyWith } from "../support/observation.js";

const STEP = { now: 10, snapshot: {}, fetchError: null, knownOrderIds: null };
const DRILL: Drill = {
  id: "x",
  title: "A title",
  injected: "a fault",
  proves: "that it is found",
  now: 7,
  steps: [STEP, { ...STEP, now: 11 }],
  checks: [syncIs("not ok"), PROVEN, mismatchCountIs(2, 1)],
  proof: [gaugeIs("last_ts", 1, "p")],
  shows: [["last_ts"], ["mismatches_total", ["rule", "b"]], ["gone"]],
  hasLog: true,
};
const METRICS = 'p_last_ts 1\np_mismatches_total{rule="a"} 3\np_mismatches_total{rule="b"} 4\n';

/** Answers from a list, and notes what it is asked. */
class ScriptedSyncer implements DrilledSyncer {
  readonly identity = { name: "scripted", version: "0", language: "none" };
  readonly calls: string[] = [];
  readonly #replies: SyncReply[] = [replyWith("b"), replyWith("a", "b")];
  readonly #metrics: string;

  constructor(metrics: string) {
    this.#metrics = metrics;
  }

  async reset(now: number): Promise<void> {
    this.calls.push(`reset at ${now}`);
  }

  async sync(request: { now: number }): Promise<SyncReply> {
    this.calls.push(`sync at ${request.now}`);
    return this.#replies.shift() ?? replyWith();
  }

  async metrics(now: number): Promise<string> {
    this.calls.push(`metrics at ${now}`);
    return this.#metrics;
  }
}

function run(drill: Drill = DRILL, metrics = METRICS) {
  return runOneDrill(drill, new ScriptedSyncer(metrics), "p");
}

describe("runOneDrill", () => {
  it("resets the syncer, feeds it the steps in order and reads the metrics once", async () => {
    const syncer = new ScriptedSyncer(METRICS);
    await runOneDrill(DRILL, syncer, "p");
    expect(syncer.calls).toEqual(["reset at 7", "sync at 10", "sync at 11", "metrics at 7"]);
  });

  it("tells every finding of every step, and the counter of each rule once, in order of firing", async () => {
    expect(await run()).toMatchObject({ caught: ["b", "a", "b"], counted: ["4", "3"] });
  });

  it("tells a counter that is absent as such", async () => {
    expect(await run(DRILL, "")).toMatchObject({ counted: ["absent", "absent"] });
  });

  it("quotes the series that the drill is about", async () => {
    const { metricLines } = await run();
    expect(metricLines).toEqual(["p_last_ts 1", 'p_mismatches_total{rule="b"} 4', "p_gone absent"]);
  });

  it("proves a drill whose every condition held", async () => {
    const { checks, provenMarker } = await run();
    expect(provenMarker).toBe("drill_x_PROVEN: that it is found");
    expect(checks).toEqual([
      { label: "sync is not ok", stage: "found", status: "passed", expected: "not ok", actual: "not ok" },
      {
        label: "proven: that it is found",
        stage: "found",
        status: "passed",
        expected: "every condition of the drill holds",
        actual: "every condition of the drill holds",
      },
      { label: "2 mismatches", stage: "found", status: "passed", expected: "2", actual: "2" },
    ]);
  });

  it.each([
    {
      name: "a check",
      drill: { ...DRILL, checks: [syncIs("ok"), PROVEN] as const },
      missed: "1 check of this drill",
      stage: "found",
    },
    {
      name: "a condition without a line of its own",
      drill: { ...DRILL, proof: [gaugeIs("last_ts", 2, "p")] },
      missed: "gauge last_ts is 2 (expected 2, got 1)",
      stage: "counted",
    },
    {
      name: "several conditions, those without a line named",
      drill: { ...DRILL, checks: [PROVEN, syncIs("ok")] as const, proof: [gaugeIs("last_ts", 2, "p")] },
      missed: "gauge last_ts is 2 (expected 2, got 1); 1 check of this drill",
      stage: "found",
    },
  ])("does not prove a drill that missed $name", async ({ drill, missed, stage }) => {
    const { checks, provenMarker } = await run(drill);
    expect(provenMarker).toBeNull();
    expect(checks.find(({ label }) => label.startsWith("proven"))).toMatchObject({
      label: "proven: that it is found",
      stage,
      status: "failed",
      expected: "every condition of the drill holds",
      actual: `missed: ${missed}`,
    });
  });

  it("leaves a log with the marker, and the metrics as they came", async () => {
    const { files } = await run();
    expect([...files.keys()]).toEqual(["drill_x_log.txt", "drill_x_metrics.txt"]);
    expect(files.get("drill_x_log.txt")).toMatch(
      /^Drill X: A title\n.*\ndrill_x_PROVEN: that it is found\n$/s,
    );
    expect(files.get("drill_x_metrics.txt")).toBe(METRICS);
  });

  it("leaves the metrics alone for a drill without a log", async () => {
    const { files } = await run({ ...DRILL, hasLog: false });
    expect([...files.keys()]).toEqual(["drill_x_metrics.txt"]);
  });
});
