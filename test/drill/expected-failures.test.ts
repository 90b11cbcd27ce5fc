import { describe, expect, it } from "vitest";
import { asListed, checkName, parseExpectedFailures } from "../../src/drill/expected-failures.js";
import { refusalOf } from "../support/refusal.js";
import { FAILED, PASSED, SKIPPED } from "../support/sample-report.js";

const KNOWN = new Set(["B: 2 mismatches", "B: sync is ok", "guard: clean"]);

describe("a list of expected failures", () => {
  it("has a name on each line, and what is said of it behind #", () => {
    const text = "# why\nB: 2 mismatches   # refused at the door, #12\r\n\nguard: clean\n";
    expect([...parseExpectedFailures(text, KNOWN)]).toEqual(["B: 2 mismatches", "guard: clean"]);
  });

  it.each([
    {
      text: "B: 3 mismatches",
      says: 'line 1: no check "B: 3 mismatches"; there is "B: 2 mismatches", "B: sync is ok"',
    },
    {
      text: "\nZ: x",
      says: 'line 2: no check "Z: x"; there is "B: 2 mismatches", "B: sync is ok", "guard: clean"',
    },
    { text: "guard: clean\nguard: clean", says: 'line 2: "guard: clean" is listed twice' },
  ])("is refused: $text", ({ text, says }) => {
    expect(refusalOf(() => parseExpectedFailures(text, KNOWN))).toEqual({ code: "bad_input", message: says });
  });
});

describe("a check that is listed", () => {
  const listed = new Set([
    checkName("b", FAILED.label),
    checkName("b", PASSED.label),
    checkName("b", SKIPPED.label),
  ]);

  it("is skipped where it fails, and says what came", () => {
    expect(asListed(FAILED, "b", listed)).toMatchObject({
      status: "skipped",
      actual: "an expected failure: expected 2, got 0",
    });
  });

  it("fails where it passes", () => {
    expect(asListed(PASSED, "b", listed)).toMatchObject({
      status: "failed",
      actual: "passed: take it off the list",
    });
  });

  it("is left alone where it is not judged, or not listed for this drill", () => {
    expect(asListed(SKIPPED, "b", listed)).toBe(SKIPPED);
    expect(asListed(FAILED, "c", listed)).toBe(FAILED);
  });
});
