import { describe, expect, it } from "vitest";
import { type Check, evaluate, type Observation } from "../../src/drill/check.js";
import { MetricsText } from "../../src/drill/metrics-text.js";
import {
  countersAre,
  expositionIsValid,
  gaugeAfter,
  gaugesAre,
  inputsAreUnchanged,
  namedTimes,
  syncsAre,
} from "../../src/drill/step-checks.js";
import { openOrder, position, syncOf } from "../../src/drills/accounts.js";
import { reply, replyWith, seen } from "../support/observation.js";

const COUNTERS =
  'p_mismatches_total{rule="ts_regression"} 0\np_mismatches_total{rule="duplicate_key"} 2\np_mismatches_total{rule="negative_qty"} 0\np_mismatches_total{rule="orphan_order"} 1\n';
const COUNTED = "ts_regression 0, duplicate_key 2, negative_qty 0, orphan_order 1";

function scraped(after: number, text: string): Observation {
  return { ...seen([]), scrapes: new Map([[after, new MetricsText(text)]]) };
}

function told(check: Check, what: Observation): string[] {
  const { label, stage, status, expected, actual } = evaluate(check, what);
  return [label, stage, status, expected, actual];
}

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

describe("countersAre, after so many syncs,", () => {
  const check = countersAre(["duplicate_key", "duplicate_key", "orphan_order"], "p", 3);

  it("reads the scrape of then", () => {
    const label = "mismatch counters of all rules after 3 syncs";
    expect(told(check, scraped(3, COUNTERS))).toEqual([label, "counted", "passed", COUNTED, COUNTED]);
  });

  it("fails where there was no scrape, or a series is absent", () => {
    expect(told(check, scraped(2, COUNTERS))[4]).toContain("duplicate_key no reading");
    expect(told(check, scraped(3, ""))[4]).toContain("duplicate_key absent");
  });
});

describe("gaugesAre", () => {
  const check = gaugesAre({ last_ts: 5, age_seconds: 0.5 }, "p");

  it("reads all of them together", () => {
    const values = "last_ts 5, age_seconds 0.5";
    const text = "p_last_ts 5\np_age_seconds 0.5\n";
    expect(told(check, seen([], text))).toEqual([
      "gauges last_ts, age_seconds",
      "counted",
      "passed",
      values,
      values,
    ]);
    expect(told(check, seen([], "p_last_ts 6\n"))[4]).toBe("last_ts 6, age_seconds absent");
  });
});

describe("gaugeAfter", () => {
  it.each([
    { after: 1, label: "gauge a is 3 after 1 sync" },
    { after: 2, label: "gauge a is 3 after 2 syncs" },
  ])("reads the scrape of then: $label", ({ after, label }) => {
    const check = gaugeAfter(after, "a", 3, "p");
    expect(told(check, scraped(after, "p_a 3\n"))).toEqual([label, "counted", "passed", "3", "3"]);
    expect(told(check, scraped(after + 1, "p_a 3\n"))[4]).toBe("no reading");
    expect(told(check, seen([]))[4]).toBe("no reading");
  });
});

describe("namedTimes", () => {
  const findings = replyWith("ord_1", "ord_1", "ord_2");

  it.each([
    { times: 2, name: "ord_1", label: "sync 1 names ord_1 2 times" },
    { times: 1, name: "ord_2", label: "sync 1 names ord_2 1 time" },
    { times: 0, name: "ord_3", label: "sync 1 names ord_3 0 times" },
  ])("counts the findings: $label", ({ times, name, label }) => {
    const count = String(times);
    expect(told(namedTimes(name, times, 0), seen([findings]))).toEqual([
      label,
      "found",
      "passed",
      count,
      count,
    ]);
  });

  it("fails where there was no reply", () => {
    expect(told(namedTimes("ord_1", 0, 1), seen([findings]))[4]).toBe("no reply");
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

describe("expositionIsValid", () => {
  it("passes for a valid text", () => {
    const expected = ["the metrics text is valid", "exposed", "passed", "no fault", "no fault"];
    expect(told(expositionIsValid(), seen([], "a 1\n"))).toEqual(expected);
  });

  it("tells the first three faults", () => {
    const [, , status, , actual] = told(expositionIsValid(), seen([], "a\nb\nc\nd\n"));
    expect(status).toBe("failed");
    expect(actual).toBe("line 1: not a sample; line 2: not a sample; line 3: not a sample");
  });
});
