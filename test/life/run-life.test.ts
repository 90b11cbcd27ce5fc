import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrilledSyncer, SyncReply } from "../../src/drill/drilled-syncer.js";
import { TAKEN } from "../../src/drill/taken.js";
import { CATALOGUE } from "../../src/life/divergences/catalogue.js";
import { type LifePlan, runLife } from "../../src/life/run-life.js";
import { DEFAULT_METRIC_PREFIX } from "../../src/syncer/metric-contract.js";
import { ADVISED } from "../support/life-days.js";

const PLAN: LifePlan = {
  ...{ seed: 5, days: 1, syncsADay: 300, settle: ADVISED, takes: TAKEN },
  prefix: DEFAULT_METRIC_PREFIX,
  patience: { clock: () => 0, ms: 1 },
};

const bundled = (settle = ADVISED) => new BundledSyncer("0", DEFAULT_METRIC_PREFIX, settle);

/** The bundled syncer with its replies changed. */
function replying(change: (reply: SyncReply) => SyncReply): DrilledSyncer {
  const honest = bundled();
  return {
    identity: honest.identity,
    reset: (now, lastTs) => honest.reset(now, lastTs),
    sync: async (request) => change(await honest.sync(request)),
    metrics: (now) => honest.metrics(now),
  };
}

function silentOn(rule: string): DrilledSyncer {
  return replying((reply) => {
    const mismatches = reply.mismatches.filter((mismatch) => mismatch.rule !== rule);
    return { ...reply, mismatches, ok: mismatches.length === 0 && reply.error === null };
  });
}

const failedLabels = ({ checks }: Awaited<ReturnType<typeof runLife>>) =>
  checks.filter(({ status }) => status === "failed").map(({ label }) => label);

describe("a life of the bundled syncer", () => {
  it("passes every check, and leaves a log of what was put in and no counterexample", async () => {
    const result = await runLife(PLAN, bundled());
    expect(failedLabels(result)).toEqual([]);
    expect(result.checks.length).toBe(CATALOGUE.length + 4);
    expect(result.provenMarker).toBe(
      `drill_life_PROVEN: ${CATALOGUE.length} divergences found in time, silent on healthy accounts`,
    );
    expect([...result.files.keys()]).toEqual(["drill_life_log.txt", "drill_life_metrics.txt"]);
    const log = result.files.get("drill_life_log.txt") ?? "";
    for (const { name } of CATALOGUE) expect(log).toContain(`: ${name} (`);
  });

  it("gives the same files again for the same seed, and others for the next", async () => {
    const plan = { ...PLAN, takes: ["order_ids"] as const };
    const files = async (seed: number) => [...(await runLife({ ...plan, seed }, bundled())).files];
    expect(await files(5)).toEqual(await files(5));
    expect(await files(5)).not.toEqual(await files(6));
  });

  it("skips aloud what a syncer does not take", async () => {
    const result = await runLife({ ...PLAN, takes: ["order_ids"] }, bundled());
    const skipped = result.checks.filter(({ status }) => status === "skipped");
    expect(failedLabels(result)).toEqual([]);
    expect(new Set(skipped.map(({ actual }) => actual))).toEqual(
      new Set(["the syncer takes no positions", "the syncer takes no orders", "the syncer takes no last_ts"]),
    );
    expect(skipped.length).toBe(
      CATALOGUE.filter(({ needs }) => needs.some((part) => part !== "order_ids")).length,
    );
  });
});

describe("a life of a syncer that fails", () => {
  it("names seed, day, sync and row, and leaves at most five syncs that fail again", async () => {
    const result = await runLife(PLAN, silentOn("missing_order"));
    const failed = result.checks.filter(({ status }) => status === "failed");
    expect(failed.every(({ label }) => label.includes("found by missing_order"))).toBe(true);
    expect(failed[0]?.actual).toMatch(
      /^seed 5, day 1, sync \d+: missing_order 0 times, not \d+: order \S+ \S+/,
    );
    const lines = (result.files.get("life_counterexample.jsonl") ?? "").trim().split("\n");
    expect(lines.length).toBeLessThanOrEqual(5);
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ expect: { mismatches: ["missing_order"] } });
    expect(result.provenMarker).toBeNull();
    for (const name of ["life_before.json", "life_after.json", "life_expected.json"]) {
      expect(() => JSON.parse(result.files.get(name) ?? "")).not.toThrow();
    }
  });

  it.each([
    ["has no grace, and says that it needs none", { syncs: 1, ms: 0 }, { syncs: 1, ms: 0 }],
    ["has less grace than it says", { syncs: 3, ms: 10_000 }, { syncs: 1, ms: 0 }],
  ])("fails on the healthy day, shrunk to one sync, where it %s", async (_, said, settle) => {
    const result = await runLife({ ...PLAN, settle: said }, bundled(settle));
    expect(failedLabels(result)[0]).toMatch(/^a healthy day is silent/);
    const lines = (result.files.get("life_counterexample.jsonl") ?? "").trim().split("\n");
    expect(lines.length).toBe(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ expect: { mismatches: [] } });
  });

  it("fails where it waits for longer than it says", async () => {
    const result = await runLife(PLAN, bundled({ syncs: 4, ms: 10_000 }));
    expect(
      failedLabels(result).every((label) => /found by .* in time/.test(label) || label === "counters exact"),
    ).toBe(true);
    expect(failedLabels(result).length).toBeGreaterThan(10);
  });

  it("fails where only a counter is wrong", async () => {
    const honest = bundled();
    const counting = {
      identity: honest.identity,
      reset: (now: number, lastTs?: number) => honest.reset(now, lastTs),
      sync: (request: Parameters<DrilledSyncer["sync"]>[0]) => honest.sync(request),
      metrics: async (now: number) =>
        (await honest.metrics(now)).replace(/(rule="impossible_fill"\}) [1-9]\d*/, "$1 0"),
    };
    const result = await runLife({ ...PLAN, takes: [] }, counting);
    expect(failedLabels(result)).toEqual(["counters exact"]);
    const lines = (result.files.get("life_counterexample.jsonl") ?? "").trim().split("\n");
    expect(lines.length).toBe(1);
  });
});
