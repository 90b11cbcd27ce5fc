import { describe, expect, it } from "vitest";
import { falseAlarms, healthyDay } from "../support/life-days.js";

describe.each([
  { syncs: 3, ms: 10_000 },
  { syncs: 1, ms: 10_000 },
  { syncs: 20, ms: 60_000 },
])("a healthy day, for a grace of $syncs syncs and $ms ms", (settle) => {
  it.each([1, 2, 3])("has no finding, seed %i", (seed) => {
    expect(falseAlarms(healthyDay({ seed, settle }))).toEqual([]);
  });
});

describe("a healthy day", () => {
  it("is not silent for a syncer without grace", () => {
    const rules = new Set(
      falseAlarms(healthyDay({ settle: { syncs: 1, ms: 0 } })).map((alarm) => alarm.split(" ")[2]),
    );
    expect([...rules].sort()).toEqual([
      "missing_order",
      "order_mismatch",
      "orphan_order",
      "position_mismatch",
    ]);
  });
});
