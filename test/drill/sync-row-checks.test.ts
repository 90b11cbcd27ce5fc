import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/drill/check.js";
import { inputsAreUnchanged, syncsAre } from "../../src/drill/sync-row-checks.js";
import { openOrder, position, syncOf } from "../../src/drills/accounts.js";
import { COUNTED, COUNTERS, reply, replyWith, seen, told } from "../support/observation.js";

describe("syncsAre", () => {
  const expected = [
    { lastTs: 2000 },
    { found: ["duplicate_key", "duplicate_key", "orphan_order"], lastTs: 2000 },
    { error: "auth", lastTs: 2000 },
  ] as const;
  const checks = syncsAre(expected, "p");
  const held = [
    reply(),
    replyWith("duplicate_key", "duplicate_key", "orphan_order"),
    reply({ ok: false, error: "auth" }),
  ];

  it("tells verdict, findings, error and last ts of each sync, and the counters", () => {
    expect(checks.map((check) => told(check, seen(held, COUNTERS)))).toEqual([
      ["verdict of each sync", "found", "passed", "ok | not ok | not ok", "ok | not ok | not ok"],
      [
        "findings of each sync",
        "found",
        "passed",
        "none | duplicate_key, duplicate_key, orphan_order | none",
        "none | duplicate_key, duplicate_key, orphan_order | none",
      ],
      ["error of each sync", "found", "passed", "none | none | auth", "none | none | auth"],
      ["last_ts after each sync", "found", "passed", "2000 | 2000 | 2000", "2000 | 2000 | 2000"],
      ["mismatch counters of all rules", "counted", "passed", COUNTED, COUNTED],
    ]);
  });

  it.each([
    { name: "a verdict", at: 0, replies: [reply({ ok: false }), ...held.slice(1)] },
    {
      name: "the order of findings",
      at: 1,
      replies: [held[0], replyWith("orphan_order", "duplicate_key", "duplicate_key"), held[2]],
    },
    { name: "an error", at: 2, replies: [held[0], held[1], reply({ ok: false, error: "timeout" })] },
    { name: "a last ts", at: 3, replies: [reply({ lastTs: 1 }), ...held.slice(1)] },
    { name: "a counter", at: 4, replies: held, metrics: COUNTERS.replace(" 2\n", " 1\n") },
  ])("fails for another of $name alone", ({ at, replies, metrics = COUNTERS }) => {
    const given = replies.flatMap((one) => one ?? []);
    const failed = checks.map((check) => evaluate(check, seen(given, metrics)).status);
    expect(failed.flatMap((status, index) => (status === "failed" ? [index] : []))).toEqual([at]);
  });
});

describe("inputsAreUnchanged", () => {
  const label = "the snapshots that were fed are unchanged";

  it("passes where the snapshots are what they were", () => {
    const check = inputsAreUnchanged([syncOf({ positions: [position()], openOrders: [], ts: 1 })]);
    expect(told(check, seen([]))).toEqual([label, "found", "passed", "none changed", "none changed"]);
  });

  it("names each that was changed", () => {
    const [kept, changed] = [[position()], [openOrder()]];
    const check = inputsAreUnchanged([
      syncOf({ positions: kept, openOrders: [], ts: 1 }),
      syncOf({ positions: [], openOrders: changed, ts: 1 }),
    ]);
    changed.pop();
    expect(told(check, seen([]))).toEqual([label, "found", "failed", "none changed", "changed: sync 2"]);
    kept.pop();
    expect(told(check, seen([]))[4]).toBe("changed: sync 1, sync 2");
  });
});
