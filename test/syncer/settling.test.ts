import { describe, expect, it } from "vitest";
import { type Findings, findEach, ruleRow } from "../../src/syncer/mismatch-rules.js";
import { AT_ONCE, Settling } from "../../src/syncer/settling.js";
import { EMPTY_ACCOUNT } from "../support/accounts.js";

/** Differences of missing_order, each by what is the same of it; and, where it is said, a finding of another rule. */
function seen(differences: readonly string[], alone: readonly string[] = []): Findings[] {
  return [
    { rule: ruleRow("negative_qty"), found: alone.map((detail) => ({ detail })) },
    {
      rule: ruleRow("missing_order"),
      found: differences.map((sameAs, index) => ({ detail: `${sameAs} ${index}`, sameAs })),
    },
  ];
}

/** What comes of each sight: `found|pending`, by what is the same of each. */
function siftedAs(
  settle: { syncs: number; ms: number },
  sights: readonly (readonly [at: number, ...string[]])[],
): string[] {
  const settling = new Settling(settle);
  return sights.map(([at, ...differences]) => {
    const { mismatches, pending } = settling.sift(seen(differences), at, true);
    return [mismatches, pending]
      .map((list) => list.map(({ detail }) => detail.split(" ")[0]).join())
      .join("|");
  });
}

describe("a difference that lasts", () => {
  it.each([
    {
      name: "at once",
      settle: AT_ONCE,
      sights: [
        [0, "a"],
        [1, "a"],
      ],
      sifted: ["a|", "a|"],
    },
    {
      name: "in two syncs",
      settle: { syncs: 2, ms: 0 },
      sights: [
        [0, "a"],
        [0, "a"],
        [0, "a"],
      ],
      sifted: ["|a", "a|", "a|"],
    },
    {
      name: "for 10 ms",
      settle: { syncs: 1, ms: 10 },
      sights: [
        [5, "a"],
        [14, "a"],
        [15, "a"],
      ],
      sifted: ["|a", "|a", "a|"],
    },
    {
      name: "both: the time came later",
      settle: { syncs: 2, ms: 10 },
      sights: [
        [0, "a"],
        [9, "a"],
        [10, "a"],
      ],
      sifted: ["|a", "|a", "a|"],
    },
    {
      name: "both: the syncs came later",
      settle: { syncs: 3, ms: 10 },
      sights: [
        [0, "a"],
        [50, "a"],
        [51, "a"],
      ],
      sifted: ["|a", "|a", "a|"],
    },
    {
      name: "broken, it begins again",
      settle: { syncs: 2, ms: 0 },
      sights: [[0, "a"], [1], [2, "a"], [3, "a"]],
      sifted: ["|a", "|", "|a", "a|"],
    },
    {
      name: "settled and broken, it begins again",
      settle: { syncs: 2, ms: 0 },
      sights: [[0, "a"], [1, "a"], [2], [3, "a"]],
      sifted: ["|a", "a|", "|", "|a"],
    },
    {
      name: "each by itself",
      settle: { syncs: 2, ms: 0 },
      sights: [
        [0, "a"],
        [1, "b", "a"],
        [2, "b", "c"],
      ],
      sifted: ["|a", "a|b", "b|c"],
    },
    {
      name: "what is there twice in one sight was seen once",
      settle: { syncs: 2, ms: 0 },
      sights: [
        [0, "a", "a"],
        [1, "a", "a"],
      ],
      sifted: ["|a,a", "a,a|"],
    },
    {
      name: "settled, whatever the clock does then",
      settle: { syncs: 1, ms: 10 },
      sights: [
        [0, "a"],
        [10, "a"],
        [3, "a"],
      ],
      sifted: ["|a", "a|", "a|"],
    },
  ] satisfies readonly {
    name: string;
    settle: { syncs: number; ms: number };
    sights: [number, ...string[]][];
    sifted: string[];
  }[])("$name", ({ settle, sights, sifted }) => {
    expect(siftedAs(settle, sights)).toEqual(sifted);
  });

  it("what compares no two sides never waits, and the order stays", () => {
    const settling = new Settling({ syncs: 2, ms: 0 });
    const sift = () => settling.sift(seen(["a"], ["one", "two"]), 0, true);
    expect(sift()).toEqual({
      mismatches: [
        { rule: "negative_qty", detail: "one" },
        { rule: "negative_qty", detail: "two" },
      ],
      pending: [{ rule: "missing_order", detail: "a 0" }],
    });
    expect(sift().mismatches.map(({ detail }) => detail)).toEqual(["one", "two", "a 0"]);
  });
});

describe("a snapshot that was rejected is no sight", () => {
  const settle = { syncs: 2, ms: 0 };

  it("nothing settles by it, and nothing is forgotten", () => {
    const settling = new Settling(settle);
    const sift = (differences: readonly string[], isSight: boolean) => {
      const { mismatches, pending } = settling.sift(seen(differences), 0, isSight);
      return [mismatches.length, pending.length];
    };
    expect(sift(["a"], true)).toEqual([0, 1]);
    expect(sift(["a"], false)).toEqual([0, 1]);
    expect(sift([], false)).toEqual([0, 0]);
    expect(sift(["a"], true)).toEqual([1, 0]);
    expect(sift(["a", "b"], false)).toEqual([1, 1]);
    expect(sift([], false)).toEqual([0, 0]);
    expect(sift(["a", "b"], true)).toEqual([1, 1]);
  });

  it("at once, everything is found in it", () => {
    const { mismatches, pending } = new Settling(AT_ONCE).sift(seen(["a"]), 0, false);
    expect([mismatches.length, pending.length]).toEqual([1, 0]);
  });
});

describe("what is no time to wait", () => {
  it.each([
    {
      settle: { syncs: 0, ms: 0 },
      refusal: "settle.syncs: expected a whole number of at least 1, got the number 0",
    },
    {
      settle: { syncs: 1.5, ms: 0 },
      refusal: "settle.syncs: expected a whole number of at least 1, got the number 1.5",
    },
    {
      settle: { syncs: "3", ms: 0 },
      refusal: 'settle.syncs: expected a whole number of at least 1, got the text "3"',
    },
    { settle: { syncs: 3 }, refusal: "settle.ms: expected a whole number of at least 0, got nothing" },
    {
      settle: { syncs: 3, ms: -1 },
      refusal: "settle.ms: expected a whole number of at least 0, got the number -1",
    },
    { settle: { ms: 1 }, refusal: "settle.syncs: expected a whole number of at least 1, got nothing" },
  ])("$settle", ({ settle, refusal }) => {
    expect(() => new Settling(JSON.parse(JSON.stringify(settle)))).toThrow(
      expect.objectContaining({ code: "bad_input", message: refusal }),
    );
  });
});

it("sifts what the rules find, rule by rule", () => {
  const input = {
    snapshot: EMPTY_ACCOUNT,
    lastTs: 0,
    knownOrderIds: null,
    knownOrders: [{ orderId: "1", symbol: "A" }],
  };
  const { mismatches } = new Settling(AT_ONCE).sift(findEach(input), 0, true);
  expect(mismatches.map(({ rule }) => rule)).toEqual(["missing_order"]);
});
