import { describe, expect, it } from "vitest";
import { drillsOf, isMetricPrefix, suiteName } from "../../src/drills/suites.js";
import { DEFAULT_METRIC_PREFIX } from "../../src/syncer/metric-contract.js";

describe("a suite's name", () => {
  it.each([
    { text: "runbook", drills: "abcde" },
    { text: "full", drills: "abcdeghijklmnopqrstu" },
  ])("$text is the drills $drills", ({ text, drills }) => {
    const name = suiteName(text) ?? expect.fail("no suite");
    expect(name).toBe(text);
    expect(
      drillsOf(name, DEFAULT_METRIC_PREFIX)
        .map(({ id }) => id)
        .join(""),
    ).toBe(drills);
  });

  it.each(["", "Full", "runbook ", "toString"])("'%s' is none", (text) => {
    expect(suiteName(text)).toBeUndefined();
  });
});

describe("a prefix of metrics' names", () => {
  it.each([
    { prefix: "grinder_account_sync", is: true },
    { prefix: "a", is: true },
    { prefix: "_", is: true },
    { prefix: ":job:x9", is: true },
    { prefix: "Acme9", is: true },
    { prefix: "x".repeat(100), is: true },
    { prefix: "x".repeat(101), is: false },
    { prefix: "", is: false },
    { prefix: "9lives", is: false },
    { prefix: "a-b", is: false },
    { prefix: "a b", is: false },
    { prefix: " a", is: false },
    { prefix: "a\n", is: false },
    { prefix: "ä", is: false },
  ])("$prefix: $is", ({ prefix, is }) => {
    expect(isMetricPrefix(prefix)).toBe(is);
  });
});
