import { describe, expect, it } from "vitest";
import { TAKEN } from "../../../src/drill/taken.js";
import { CATALOGUE } from "../../../src/life/divergences/catalogue.js";
import { MISMATCH_RULES } from "../../../src/syncer/mismatch-rules.js";
import { divergedDay, falseAlarms } from "../../support/life-days.js";

const NAMES = CATALOGUE.map(({ name }) => name);
const DAYS = [1, 2, 3, 4, 5].map((day) => divergedDay({ seed: 11, day }));

describe("the catalogue", () => {
  it("names each kind once, in words of its own, with what puts it in and what heals it", () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    for (const { name, putIn, healed } of CATALOGUE) {
      for (const words of [name, putIn, healed]) expect(words).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it("has at least one kind for every rule, and one that is refused as a whole", () => {
    const found = new Set(CATALOGUE.map(({ foundBy }) => foundBy));
    expect(found).toEqual(new Set([...MISMATCH_RULES, "parse"]));
  });

  it.each([
    "a position of another size",
    "a position that we do not know",
    "a position of ours that is gone",
    "a position whose side has flipped",
    "a hedge of which one leg is missing",
    "an order of ours that is gone",
    "a page cut off",
    "no orders at all",
    "nothing at all: no orders and no positions",
    "an order filled by more than its quantity",
    "an order filled by less than nothing",
    "an order filled by less than before",
    "an order on the other side",
    "an order at another price",
    "an order of another quantity",
    "an order that has ended and that we still believe open",
    "an answer from the far future",
    "an order that shares its id with one of ours on another symbol",
    "an order that nobody of us has sent",
    "an order whose 64-bit id is ours but for the last digit",
    "a position that is listed twice",
    "an order that is listed twice",
    "a position of less than nothing",
    "an order of less than nothing",
    "an answer whose ts has gone back",
    "an empty answer whose ts has gone back",
    "an old answer given to a syncer that has just been started anew",
    "an order of ours that is gone, while an answer comes whose ts has gone back",
    "an old answer given again",
    "one row out of a cache",
    "cross and isolated positions that have changed places",
  ])("has: %s", (name) => {
    expect(NAMES).toContain(name);
  });
});

describe.each(CATALOGUE)("$name", (kind) => {
  const planted = DAYS.flatMap((day) =>
    day.planted.filter((one) => one.kind === kind).map((one) => ({ day, one })),
  );

  it("is put in at least five times in five days", () => {
    expect(planted.length).toBeGreaterThanOrEqual(5);
  });

  it(`is found by ${kind.foundBy} when it is due, and not before`, () => {
    for (const { day, one } of planted) {
      const isFound = (sync: number) => {
        const { findings, error } = day.expected[sync] ?? { findings: [], error: null };
        return error === kind.foundBy || findings.some(({ rule }) => rule === kind.foundBy);
      };
      expect(isFound(one.due)).toBe(true);
      for (let sync = one.from; sync < one.due; sync++) expect(isFound(sync)).toBe(false);
    }
  });

  it("is the only thing that is found while it is there, and is silent once healed", () => {
    for (const { day, one } of planted) {
      const rules = day.expected
        .slice(one.from, one.healed)
        .flatMap(({ findings }) => findings.map(({ rule }) => rule));
      expect(rules.filter((rule) => rule !== kind.foundBy && rule !== kind.brings)).toEqual([]);
      expect(day.expected[one.healed]?.findings ?? []).toEqual([]);
    }
  });
});

describe("a day with all of the catalogue", () => {
  it.each([21, 22, 23, 24])("has every kind, and no finding where nothing was put in, seed %i", (seed) => {
    const day = divergedDay({ seed });
    expect(new Set(day.planted.map(({ kind }) => kind.name))).toEqual(new Set(NAMES));
    expect(falseAlarms(day)).toEqual([]);
    expect(day.steps.length).toBe(1_000);
  });

  it("puts in one at a time, with healthy syncs in between", () => {
    for (const { planted } of DAYS) {
      for (const [index, { from }] of planted.entries()) {
        expect(from).toBeGreaterThan((planted[index - 1]?.healed ?? 0) + 1);
      }
    }
  });

  it("is longer where a longer grace leaves no room", () => {
    const day = divergedDay({ seed: 12, syncs: 200, settle: { syncs: 12, ms: 60_000 } });
    expect(day.steps.length).toBeGreaterThan(200);
    expect(new Set(day.planted.map(({ kind }) => kind.name))).toEqual(new Set(NAMES));
    expect(falseAlarms(day)).toEqual([]);
  });

  it.each([
    ["ids alone", ["order_ids"]],
    ["orders alone", ["orders"]],
    ["positions alone", ["positions"]],
    ["nothing", []],
    ["all but a last ts", TAKEN.filter((part) => part !== "last_ts")],
  ] as const)("asks of a syncer that takes %s what it can see, and no more", (_, takes) => {
    const divergences = CATALOGUE.filter(({ needs }) =>
      needs.every((part) => takes.some((taken) => taken === part)),
    );
    const day = divergedDay({ seed: 13, takes, divergences });
    expect(new Set(day.planted.map(({ kind }) => kind))).toEqual(new Set(divergences));
    expect(falseAlarms(day)).toEqual([]);
    const told = day.steps.flatMap(({ known }) => (known === null ? [] : [known]));
    expect(told.some(({ orderIds }) => orderIds !== null)).toBe(takes.some((part) => part === "order_ids"));
    expect(told.some(({ orders }) => orders !== null)).toBe(takes.some((part) => part === "orders"));
    expect(told.some(({ positions }) => positions !== null)).toBe(takes.some((part) => part === "positions"));
  });
});
