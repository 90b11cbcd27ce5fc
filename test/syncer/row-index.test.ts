import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowIndex } from "../../src/syncer/row-index.js";

type Row = readonly [name: string, rest: string];

function indexOf(rows: readonly Row[]): RowIndex<Row> {
  const byName = new Map(rows.map(([name], place) => [name, place]));
  return new RowIndex(
    rows,
    byName,
    ([name]) => name,
    ([, rest]) => rest,
  );
}

describe("an index of rows whose names are all different", () => {
  const index = indexOf([
    ["a", "x"],
    ["b", "y"],
  ]);

  it("finds a row by name and rest", () => {
    expect([index.placeOf("a", "x"), index.placeOf("b", "y")]).toEqual([0, 1]);
    expect([index.placeOf("a", "y"), index.placeOf("c", "x")]).toEqual([-1, -1]);
  });

  it("finds a row by name alone", () => {
    expect([index.placeOfName("b"), index.placeOfName("c")]).toEqual([1, -1]);
  });
});

it("finds no row by name alone where names are shared", () => {
  const index = indexOf([
    ["a", "x"],
    ["a", "y"],
    ["b", "x"],
  ]);
  expect(index.placeOfName("b")).toBe(-1);
});

it("of any rows: the first of each identity, the surplus ones, and those that stand alone", () => {
  const few = fc.constantFrom("a", "b", "c", "__proto__");
  const law = fc.property(fc.array(fc.tuple(few, few), { maxLength: 8 }), few, few, (rows, name, rest) => {
    const index = indexOf(rows);
    const isIt = ([itsName, itsRest]: Row) => itsName === name && itsRest === rest;
    expect(index.placeOf(name, rest)).toBe(rows.findIndex(isIt));
    expect(index.placeOfOnly(name, rest)).toBe(rows.filter(isIt).length === 1 ? rows.findIndex(isIt) : -1);
    const isSurplus = ([itsName, itsRest]: Row, place: number) =>
      rows.slice(0, place).some(([other, otherRest]) => other === itsName && otherRest === itsRest);
    expect(index.surplus).toEqual(rows.flatMap((row, place) => (isSurplus(row, place) ? [place] : [])));
  });
  fc.assert(law, { numRuns: 500 });
});
