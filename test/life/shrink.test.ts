import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrink } from "../../src/life/shrink.js";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("shrink", () => {
  it.each([
    ["one item", [617]],
    ["the first and the last", [0, 999]],
    ["five that lie apart", [3, 4, 500, 501, 990]],
  ])("leaves what the failure needs: %s", async (_, needed) => {
    const fails = async (items: readonly number[]) => needed.every((item) => items.includes(item));
    expect(await shrink(numbers(1_000), fails)).toEqual(needed);
  });

  it("leaves nothing of what fails without any item", async () => {
    expect(await shrink(numbers(100), async () => true)).toEqual([]);
  });

  it("leaves all of what fails only as a whole", async () => {
    const whole = numbers(20);
    expect(await shrink(whole, async (items) => items.length === 20)).toEqual(whole);
  });

  it("asks no more often than it is allowed to", async () => {
    let asked = 0;
    await shrink(
      numbers(1_000),
      async (items) => {
        asked += 1;
        return items.length > 700;
      },
      { mostTries: 50 },
    );
    expect(asked).toBe(50);
  });

  it("asks some hundred times for a day of 1,000 syncs of which 4 are needed", async () => {
    let asked = 0;
    await shrink(numbers(1_000), async (items) => {
      asked += 1;
      return [700, 701, 702, 705].every((item) => items.includes(item));
    });
    expect(asked).toBeLessThan(200);
  });

  it("gives a part, in order, that fails, and from which no single item can be missed", async () => {
    const law = fc.asyncProperty(
      fc.array(fc.nat(9), { maxLength: 40 }),
      fc.nat(60),
      async (items, atLeast) => {
        const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
        fc.pre(sum(items) >= atLeast);
        const kept = await shrink(items, async (some) => sum(some) >= atLeast);
        expect(sum(kept)).toBeGreaterThanOrEqual(atLeast);
        for (const index of kept.keys()) expect(sum(kept.toSpliced(index, 1))).toBeLessThan(atLeast);
        let from = 0;
        for (const item of kept) from = items.indexOf(item, from) + 1;
        expect(items.length === 0 || from > 0 || kept.length === 0).toBe(true);
      },
    );
    await fc.assert(law, { numRuns: 200 });
  });
});
