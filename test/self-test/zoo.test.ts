import { describe, expect, it } from "vitest";
import { drillBroken, drillSoundSketch } from "../../src/self-test/run-self-test.js";
import { ZOO } from "../../src/self-test/zoo.js";

describe("the zoo", () => {
  it("has at least 40 syncers, each wrong in a way of its own", () => {
    const ways = ZOO.map(({ wrong }) => wrong);
    expect(ways.length).toBeGreaterThanOrEqual(40);
    expect(ways).toEqual([...new Set(ways)]);
  });

  it("is made of a sketch that is sound by itself", async () => {
    expect(await drillSoundSketch()).toEqual([]);
  });

  it.each(ZOO)("a syncer that $wrong is caught by drill $caughtBy", async (broken) => {
    expect((await drillBroken(broken)).drills).toContain(broken.caughtBy);
  });
});
