import { describe, expect, it } from "vitest";
import { drillsOf, suiteName } from "../../src/drills/suites.js";
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
