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
import { reply, replyWith, seen } from "../support/observation.js";

const CLEAN = reply();
const NOT_OK = reply({ ok: false });
const BOTH = replyWith("negative_qty", "duplicate_key");
const NAMING = reply({
  mismatches: [
    { rule: "orphan_order", detail: 'order "bad_1" is not known' },
    { rule: "orphan_order", detail: "another" },
  ],
});
const METRICS = `# HELP p_last_ts Help
p_last_ts 2000.0
p_mismatches_total{rule="orphan_order"} 1
p_errors_total{reason="timeout"} 3
`;

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

const FAILING = [
  { name: "a sync that should be ok", check: () => syncIs("ok"), replies: [NOT_OK], told: ["ok", "not ok"] },
  {
    name: "a sync that should not be",
    check: () => syncIs("not ok"),
    replies: [CLEAN],
    told: ["not ok", "ok"],
  },
  {
    name: "another step's sync",
    check: () => syncIs("ok", 1),
    replies: [CLEAN, NOT_OK],
    told: ["ok", "not ok"],
  },
  {
    name: "a step without a reply",
    check: () => syncIs("ok", 1),
    replies: [CLEAN],
    told: ["ok", "no reply"],
  },
  {
    name: "too few mismatches",
    check: () => mismatchCountIs(2),
    replies: [replyWith("x")],
    told: ["2", "1"],
  },
  { name: "too many mismatches", check: () => mismatchCountIs(0), replies: [BOTH], told: ["0", "2"] },
  {
    name: "a rule that is not there",
    check: () => ruleIsPresent("orphan_order"),
    replies: [BOTH],
    told: ["orphan_order", "duplicate_key, negative_qty"],
  },
  {
    name: "a rule where there is no finding",
    check: () => ruleIsPresent("orphan_order"),
    replies: [CLEAN],
    told: ["orphan_order", "none"],
  },
  {
    name: "a rule found twice",
    check: () => findingsAre(["orphan_order"]),
    replies: [replyWith("orphan_order", "orphan_order")],
    told: ["orphan_order", "orphan_order, orphan_order"],
  },
  {
    name: "a finding too many",
    check: () => findingsAre([]),
    replies: [replyWith("x")],
    told: ["none", "x"],
  },
  {
    name: "a finding too few",
    check: () => findingsAre(["duplicate_key", "negative_qty"]),
    replies: [replyWith("negative_qty")],
    told: ["duplicate_key, negative_qty", "negative_qty"],
  },
  {
    name: "the wrong one flagged",
    check: () => findingsName("good_1", "bad_1", 0),
    replies: [NAMING],
    told: ["good_1: flagged, bad_1: not flagged", "good_1: not flagged, bad_1: flagged"],
  },
  { name: "another last ts", check: () => lastTsIs(1), replies: [CLEAN], told: ["1", "2000"] },
  { name: "another count", check: () => counterIs("orphan_order", 2, "p"), replies: [], told: ["2", "1"] },
  {
    name: "a count that is not there",
    check: () => counterIs("negative_qty", 0, "p"),
    replies: [],
    told: ["0", "absent"],
  },
  {
    name: "another prefix's count",
    check: () => counterIs("orphan_order", 1, "q"),
    replies: [],
    told: ["1", "absent"],
  },
  {
    name: "another error count",
    check: () => errorCounterIs("timeout", 1, "p"),
    replies: [],
    told: ["1", "3"],
  },
  {
    name: "an error count not there",
    check: () => errorCounterIs("auth", 0, "p"),
    replies: [],
    told: ["0", "absent"],
  },
  { name: "another gauge", check: () => gaugeIs("last_ts", 0, "p"), replies: [], told: ["0", "2000"] },
  {
    name: "missing lines, each named",
    check: () => linesArePresent("", ["# HELP p_last_ts ", "# TYPE p_last_ts", "p_age "]),
    replies: [],
    told: ["none missing", "missing: # TYPE p_last_ts, p_age "],
  },
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
      checks: [syncIs("ok"), mismatchCountIs(0), ruleIsPresent("orphan_order"), lastTsIs(0)],
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

describe("a check that does not hold", () => {
  it.each(FAILING)("fails for $name and tells what was expected and came", ({ check, replies, told }) => {
    const { status, expected, actual } = evaluate(check(), seen(replies, METRICS));
    expect([status, expected, actual]).toEqual(["failed", ...told]);
  });
});
