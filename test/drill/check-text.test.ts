import { describe, expect, it } from "vitest";
import { renderCheck } from "../../src/drill/check-text.js";
import { FAILED, PASSED, SKIPPED } from "../support/sample-report.js";

describe("renderCheck", () => {
  it.each([
    { name: "a passed check: one line", check: PASSED, lines: ["  PASS: sync is ok"] },
    {
      name: "a failed check: expected and actual under it",
      check: FAILED,
      lines: ["  FAIL: 2 mismatches", "    expected: 2", "    actual:   0"],
    },
    {
      name: "a skipped check: the reason under it",
      check: SKIPPED,
      lines: ["  SKIP: counter orphan_order is 1", "    because: the syncer broke off before"],
    },
  ])("shows $name", ({ check, lines }) => {
    expect(renderCheck(check)).toEqual(lines);
  });
});
