import { describe, expect, it } from "vitest";
import { EXIT, exitCodeOf } from "../../src/cli/exit-codes.js";
import { DrillError, type DrillErrorCode } from "../../src/errors.js";

const EXPECTED: Readonly<Record<DrillErrorCode, number>> = {
  usage: 2,
  bad_input: 2,
  sync_in_flight: 3,
  evidence_not_written: 3,
  not_completed: 3,
  syncer_broke_off: 3,
  interrupted: 3,
};

describe("exit codes", () => {
  it("are those that scripts depend on", () => {
    expect(EXIT).toEqual({ ok: 0, found: 1, badInput: 2, incomplete: 3 });
  });

  it.each(Object.entries(EXPECTED))("%s exits with %i", (code, exitCode) => {
    expect(exitCodeOf(Object.assign(new DrillError("usage", "x"), { code }))).toBe(exitCode);
  });

  it.each([
    { name: "an error that nobody foresaw", thrown: new TypeError("x is not a function") },
    {
      name: "an error that only looks like a usage error",
      thrown: Object.assign(new Error("x"), { code: "usage" }),
    },
    { name: "text", thrown: "usage" },
    { name: "nothing", thrown: undefined },
  ])("$name was thrown: could not be completed", ({ thrown }) => {
    expect(exitCodeOf(thrown)).toBe(3);
  });
});
