import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/drill/check.js";
import { reply, seen } from "../support/observation.js";

function evaluated(expected: string, actual: string) {
  return evaluate({ label: "a label", stage: "found", expected, actual: () => actual }, seen([]));
}

describe("evaluate", () => {
  it.each([
    { name: "equal texts", expected: "1", actual: "1", status: "passed" },
    { name: "other texts", expected: "1", actual: "2", status: "failed" },
    { name: "equal numbers in other texts", expected: "1", actual: "1.0", status: "failed" },
    { name: "a text that only begins so", expected: "1", actual: "10", status: "failed" },
    { name: "another case", expected: "ok", actual: "OK", status: "failed" },
    { name: "nothing", expected: "1", actual: "", status: "failed" },
  ])("$status for $name", ({ expected, actual, status }) => {
    expect(evaluated(expected, actual)).toEqual({
      label: "a label",
      stage: "found",
      status,
      expected,
      actual,
    });
  });

  it("hands over what was seen", () => {
    const observation = seen([reply()], "m 1");
    const check = {
      label: "",
      stage: "found" as const,
      expected: "",
      actual: (given: unknown) => String(given === observation),
    };
    expect(evaluate(check, observation).actual).toBe("true");
  });

  it("makes what came printable, on one line", () => {
    expect(evaluated("1", "1\n\u001b[2J").actual).toBe("1\\u{a}\\u{1b}[2J");
  });
});
