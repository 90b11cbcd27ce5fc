import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packLegs, type RunLeg, renderLegs, unpackLegs } from "../../src/report/run-legs.js";

const PASSED: RunLeg = { result: "passed", passed: 34, total: 34, artifactId: "7", drilled: "mine 1 (Go)" };
const FAILED: RunLeg = { ...PASSED, result: "failed", passed: 30, artifactId: "8" };
const RUN = "https://github.com/octo/bot/actions/runs/42";

const leg = fc.record({
  result: fc.constantFrom("passed" as const, "failed" as const),
  passed: fc.nat(),
  total: fc.nat(),
  artifactId: fc.stringMatching(/^[0-9]{0,12}$/),
  drilled: fc.stringMatching(/^[ -~]{0,40}$/),
});
const legs = fc.dictionary(fc.stringMatching(/^[0-9a-f]{8}$/), leg, { maxKeys: 60 });

describe("the legs of a run", () => {
  it("are read back as they were", () => {
    fc.assert(
      fc.property(legs, (some) => {
        expect(unpackLegs(JSON.parse(JSON.stringify(packLegs(some))))).toEqual(some);
      }),
    );
  });

  it("are read whatever stands there, and only what is a leg", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void unpackLegs(value)));
    const read = unpackLegs({
      a1: ["passed", 1, 1, "", "x"],
      a2: ["green", 1, 1, "", ""],
      "<b>": [],
      a3: [],
    });
    expect(Object.keys(read)).toEqual(["a1"]);
  });

  it("of the largest matrix have room in a comment", () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${10_000_000 + at}`, FAILED]));
    const packed = encodeURIComponent(JSON.stringify(packLegs(many)));
    expect(packed.length + Buffer.byteLength(renderLegs(many, RUN))).toBeLessThan(24 * 1024);
    expect(Object.keys(unpackLegs(packLegs(many)))).toHaveLength(300);
  });

  it("are listed with the failed ones first, and their evidence", () => {
    expect(renderLegs({ a: PASSED, b: FAILED }, RUN)).toBe(
      [
        "**2 drills of this run: 1 failed, 1 passed**",
        "",
        `- **FAIL** 30 of 34 · \`mine 1 (Go)\` · [evidence](${RUN}/artifacts/8)`,
        `- pass 34 of 34 · \`mine 1 (Go)\` · [evidence](${RUN}/artifacts/7)`,
      ].join("\n"),
    );
  });

  it("are no list where there is but one", () => {
    expect(renderLegs({ a: PASSED }, RUN)).toBe("");
  });

  it("are counted where they are too many to list", () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`a${at}`, PASSED]));
    expect(renderLegs(many, null).split("\n").at(-1)).toBe("- and 5 more");
  });
});
