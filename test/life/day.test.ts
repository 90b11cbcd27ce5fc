import { describe, expect, it } from "vitest";
import type { Day, DayOptions } from "../../src/life/day.js";
import { WireForm } from "../../src/life/wire-form.js";
import { canonicalJson } from "../../src/syncer/canonical-json.js";
import { divergedDay, healthyDay } from "../support/life-days.js";

const WORDS = /"(?:order_id|symbol)":"[^"]+"|"at":[0-9]+/g;

function textOf(day: Day): string {
  const wire = new WireForm();
  return day.steps.map((step, sync) => canonicalJson(wire.line(step, day.expected[sync]))).join("\n");
}

describe("a day", () => {
  it("is the same, to the byte, for the same seed", () => {
    const options = { seed: 7, syncs: 300 };
    expect(textOf(divergedDay(options))).toBe(textOf(divergedDay(options)));
  });

  it.each([
    ["another seed", { seed: 8 }],
    ["the next day", { day: 2 }],
  ])("shares no id, no symbol and no moment with %s", (_, other) => {
    const wordsOf = (options: Partial<DayOptions>) =>
      new Set(textOf(healthyDay({ seed: 7, syncs: 100, ...options })).match(WORDS));
    const [one, two] = [wordsOf({}), wordsOf(other)];
    expect(one.size).toBeGreaterThan(150);
    expect([...one].filter((word) => two.has(word))).toEqual([]);
  });

  it("has as many syncs as were asked for, on a clock that only moves forward", () => {
    const { steps, expected } = healthyDay({ syncs: 250 });
    expect([steps.length, expected.length]).toEqual([250, 250]);
    expect(steps.every(({ at }, sync) => sync === 0 || at > (steps[sync - 1]?.at ?? 0))).toBe(true);
  });

  it("does not name its verdicts: nothing in it speaks of a fault, a test or a drill", () => {
    const wire = new WireForm();
    const text = divergedDay()
      .steps.map((step) => canonicalJson(wire.line(step)))
      .join("\n");
    expect(text.match(/orphan|fault|fake|wrong|test|drill|dupl|stale|inject/i)).toBeNull();
    expect(new Set(text.match(/"source":"[^"]*"/g))).toEqual(new Set(['"source":"exchange"']));
  });
});
