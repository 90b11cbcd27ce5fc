import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/drill/check.js";
import {
  counterIs,
  errorCounterIs,
  findingsAre,
  findingsName,
  gaugeIs,
  lastTsIs,
  linesArePresent,
  mismatchCountIs,
  ruleIsPresent,
  syncIs,
} from "../../src/drill/checks.js";
import { BOTH, CLEAN, METRICS, NAMING, NOT_OK, reply, replyWith, seen } from "../support/observation.js";

const PASSING = [
  { check: () => syncIs("ok"), label: "sync is ok", replies: [CLEAN] },
  { check: () => syncIs("not ok"), label: "sync is not ok", replies: [NOT_OK] },
  { check: () => syncIs("not ok", 1), label: "sync is not ok", replies: [CLEAN, NOT_OK] },
  { check: () => syncIs("ok", 0, "first sync is ok"), label: "first sync is ok", replies: [CLEAN, NOT_OK] },
  { check: () => mismatchCountIs(0), label: "0 mismatches", replies: [CLEAN] },
  { check: () => mismatchCountIs(1), label: "1 mismatch", replies: [replyWith("x")] },
  { check: () => mismatchCountIs(2, 1), label: "2 mismatches", replies: [CLEAN, BOTH] },
  { check: () => ruleIsPresent("duplicate_key"), label: "duplicate_key present", replies: [BOTH] },
  { check: () => ruleIsPresent("negative_qty", 1), label: "negative_qty present", replies: [CLEAN, BOTH] },
  {
    check: () => findingsAre(["duplicate_key", "negative_qty"]),
    label: "exactly the injected faults are found",
    replies: [BOTH],
  },
  { check: () => findingsAre([], 1), label: "exactly the injected faults are found", replies: [BOTH, CLEAN] },
  {
    check: () => findingsName("bad_1", "good_1", 0),
    label: "bad_1 flagged, good_1 not flagged",
    replies: [NAMING],
  },
  { check: () => lastTsIs(2000), label: "last_ts is 2000", replies: [CLEAN] },
  {
    check: () => lastTsIs(5, 1, "last_ts is still 5"),
    label: "last_ts is still 5",
    replies: [CLEAN, reply({ lastTs: 5 })],
  },
  { check: () => counterIs("orphan_order", 1, "p"), label: "counter orphan_order is 1", replies: [] },
  { check: () => errorCounterIs("timeout", 3, "p"), label: "counter timeout is 3", replies: [] },
  { check: () => gaugeIs("last_ts", 2000, "p"), label: "gauge last_ts is 2000", replies: [] },
  { check: () => linesArePresent("HELP line", ["# HELP p_last_ts "]), label: "HELP line", replies: [] },
];

describe("a check that holds", () => {
  it.each(PASSING)("passes and is called: $label", ({ check, label, replies }) => {
    const result = evaluate(check(), seen(replies, METRICS));
    expect(result).toMatchObject({ label, status: "passed", actual: result.expected });
  });
});

describe("the stage that a check looks at", () => {
  it.each([
    {
      stage: "found",
      checks: () => [syncIs("ok"), mismatchCountIs(0), ruleIsPresent("orphan_order"), lastTsIs(0)],
    },
    { stage: "found", checks: () => [findingsAre([]), findingsName("a", "b", 0)] },
    {
      stage: "counted",
      checks: () => [
        counterIs("orphan_order", 1, "p"),
        errorCounterIs("auth", 1, "p"),
        gaugeIs("last_ts", 0, "p"),
      ],
    },
    { stage: "exposed", checks: () => [linesArePresent("", [])] },
  ])("is $stage", ({ stage, checks }) => {
    for (const check of checks()) expect(evaluate(check, seen([CLEAN])).stage).toBe(stage);
  });
});
