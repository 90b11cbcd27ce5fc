import { describe, expect, it } from "vitest";
import { daysOfSeed, failedOnSeed, honest, tableOf } from "../support/table-of-answers.js";

describe("a syncer that answers from a table", () => {
  it("passes the days that it was recorded with, and leaves what an honest one leaves", async () => {
    const [table, sound] = [await tableOf(7), honest()];
    expect(await daysOfSeed(table, 7)).toEqual(await daysOfSeed(sound, 7));
    expect(await failedOnSeed(sound, 7)).toBe(false);
  });

  it.each([1, 2, 3])("fails on the days of the next seed, recorded with seed %i", async (seed) => {
    expect(await failedOnSeed(await tableOf(seed), seed + 1)).toBe(true);
  });
});
