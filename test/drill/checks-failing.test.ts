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
import { BOTH, CLEAN, METRICS, NAMING, NOT_OK, replyWith, seen } from "../support/observation.js";

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

describe("a check that does not hold", () => {
  it.each(FAILING)("fails for $name and tells what was expected and came", ({ check, replies, told }) => {
    const { status, expected, actual } = evaluate(check(), seen(replies, METRICS));
    expect([status, expected, actual]).toEqual(["failed", ...told]);
  });
});
