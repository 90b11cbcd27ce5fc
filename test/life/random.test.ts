import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../src/life/random.js";

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.below(1_000));

describe("Random", () => {
  it("gives these numbers on every machine", () => {
    expect(draw(new Random("life 1 day 1"), 8)).toEqual([1, 848, 319, 516, 609, 870, 597, 782]);
    expect(new Random("life 1 day 1").below(2 ** 32)).toBe(859_494_001);
  });

  it("gives the same numbers for the same seed, and others for another", () => {
    expect(draw(new Random("a"), 50)).toEqual(draw(new Random("a"), 50));
    expect(draw(new Random("a"), 50)).not.toEqual(draw(new Random("b"), 50));
  });

  it("forks one for each purpose, which what was drawn before does not move", () => {
    const random = new Random("a");
    const before = draw(random.fork("x"), 20);
    draw(random, 7);
    expect(draw(random.fork("x"), 20)).toEqual(before);
    expect(draw(random.fork("y"), 20)).not.toEqual(before);
    expect(draw(new Random("b").fork("x"), 20)).not.toEqual(before);
  });

  it("stays within its limits", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: -1_000, max: 1_000 }),
        fc.nat(100_000),
        (seed, low, span) => {
          const random = new Random(seed);
          for (let times = 0; times < 20; times++) {
            const drawn = random.between(low, low + span);
            expect(Number.isInteger(drawn) && drawn >= low && drawn <= low + span).toBe(true);
          }
        },
      ),
    );
  });

  it("draws each of ten numbers about as often as the others", () => {
    const random = new Random("fair");
    const counts = Array.from({ length: 10 }, () => 0);
    for (let times = 0; times < 10_000; times++) {
      const drawn = random.below(10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1_100);
  });

  it("says yes in so many of a hundred cases, and always or never at the ends", () => {
    const random = new Random("chance");
    const yes = (percent: number) =>
      Array.from({ length: 2_000 }, () => random.chance(percent)).filter(Boolean).length;
    expect([yes(0), yes(100)]).toEqual([0, 2_000]);
    expect(Math.abs(yes(30) - 600)).toBeLessThan(80);
  });

  it("shuffles without losing anything, and leaves the list as it was", () => {
    const items = Array.from({ length: 30 }, (_, index) => index);
    const shuffled = new Random("order").shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
    expect(items[7]).toBe(7);
  });

  it("picks one of the items, and says so where there is none", () => {
    expect(["a", "b"]).toContain(new Random("pick").pick(["a", "b"]));
    expect(new Random("pick").pickAny([])).toBeUndefined();
    expect(() => new Random("pick").pick([])).toThrow(new RangeError("nothing to pick from"));
  });
});
