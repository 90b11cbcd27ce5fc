import { describe, expect, it } from "vitest";
import type { BrokenSyncer } from "../../src/self-test/broken-syncer.js";
import { selfTest } from "../../src/self-test/self-test.js";
import { blindTo } from "../../src/self-test/spoil-findings.js";
import { CHECKS } from "../support/suite-counts.js";

const BLIND: BrokenSyncer = {
  wrong: "misses negative_qty",
  caughtBy: "b",
  habits: { find: blindTo("negative_qty") },
};

async function told(zoo: readonly BrokenSyncer[]) {
  let text = "";
  const isCaught = await selfTest((part) => {
    text += part;
  }, zoo);
  return { isCaught, text };
}

describe("the self-test", () => {
  it("passes where the drill named beforehand catches", async () => {
    const { isCaught, text } = await told([BLIND]);
    expect(isCaught).toBe(true);
    expect(text).toMatch(new RegExp(`^ {2}B {6}${CHECKS} {4}misses negative_qty {2,}2 mismatches$`, "m"));
    expect(text).toContain("=== Self-test: 1 of 1 caught by the drill named for it beforehand ===");
    expect(text).toContain(
      `The runbook's ${CHECKS} checks alone notice 1 of 1; 0 more need --suite full, 0 --suite life.`,
    );
  });

  it("fails where other drills do, but not the one that was named", async () => {
    const { isCaught, text } = await told([{ ...BLIND, caughtBy: "d" }]);
    expect(isCaught).toBe(false);
    expect(text).toMatch(/misses negative_qty {2,}MISSED by the drill named; failed instead: b, j, /);
    expect(text).toContain("0 of 1 caught");
  });

  it("fails where nothing is wrong with one of the zoo", async () => {
    const { isCaught, text } = await told([
      BLIND,
      { wrong: "does nothing wrong", caughtBy: "a", habits: {} },
    ]);
    expect(isCaught).toBe(false);
    expect(text).toMatch(/does nothing wrong {2,}MISSED by the drill named; no drill failed$/m);
  });

  it("drills the next while one hangs, and tells of them in order", async () => {
    let text = "";
    const toldBefore: string[] = [];
    const hung: BrokenSyncer = {
      wrong: "hangs",
      caughtBy: "a",
      habits: { answer: () => new Promise(() => {}) },
    };
    const next: BrokenSyncer = {
      ...BLIND,
      habits: {
        ...BLIND.habits,
        answer: (reply) => {
          toldBefore.push(text);
          return reply;
        },
      },
    };
    const isCaught = await selfTest(
      (part) => {
        text += part;
      },
      [hung, next],
    );
    expect(isCaught).toBe(true);
    expect(toldBefore.some((before) => before.includes("hangs"))).toBe(false);
    expect(text).toMatch(/^ {2}A .*hangs .*\n {2}B .*misses negative_qty /m);
  });
});
