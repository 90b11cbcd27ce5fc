import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/drill/check.js";
import {
  findingsAre,
  findingsName,
  lastTsIs,
  mismatchCountIs,
  namedTimes,
  ruleIsPresent,
  syncIs,
} from "../../src/drill/reply-checks.js";
import { BOTH, CLEAN, NAMING, NOT_OK, reply, replyWith, seen, told } from "../support/observation.js";

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
];

describe("a check of a reply that holds", () => {
  it.each(PASSING)("passes and is called: $label", ({ check, label, replies }) => {
    const result = evaluate(check(), seen(replies));
    expect(result).toMatchObject({ label, stage: "found", status: "passed", actual: result.expected });
  });
});

describe("a check of a reply that does not hold", () => {
  it.each(FAILING)(
    "fails for $name and tells what was expected and came",
    ({ check, replies, told: said }) => {
      const { status, expected, actual } = evaluate(check(), seen(replies));
      expect([status, expected, actual]).toEqual(["failed", ...said]);
    },
  );
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
