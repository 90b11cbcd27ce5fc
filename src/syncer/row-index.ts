const NOWHERE = -1;

/**
 * Where rows stand, found by their identity: a name, and what tells rows of one name apart. Few names are shared, so
 * rows are kept by name alone, one look-up each, until one is.
 */
export class RowIndex<Row> {
  readonly rows: readonly Row[];
  /** The rows whose identity stood in a row before, by their place, in order. */
  readonly surplus: readonly number[];
  readonly #byName: ReadonlyMap<string, number>;
  readonly #byRest: ReadonlyMap<string, ReadonlyMap<string, number>> | null;
  readonly #restOf: (row: Row) => string;
  readonly #repeated: ReadonlySet<number>;

  /**
   * @param byName the place of a row of each name. Where there is one for each row it is looked up, so that which row of
   *   several does not matter. (Not made here, where a call for each row would cost more.)
   */
  constructor(
    rows: readonly Row[],
    byName: ReadonlyMap<string, number>,
    nameOf: (row: Row) => string,
    restOf: (row: Row) => string,
  ) {
    this.rows = rows;
    this.#byName = byName;
    this.#restOf = restOf;
    const isShared = byName.size < rows.length;
    this.#byRest = isShared ? placesByRest(rows, nameOf, restOf) : null;
    const placeOf = (row: Row) => this.placeOf(nameOf(row), restOf(row));
    this.surplus = isShared ? rows.flatMap((row, place) => (placeOf(row) === place ? [] : [place])) : [];
    this.#repeated = new Set(this.surplus.flatMap((place) => rows.slice(place, place + 1).map(placeOf)));
  }

  /** Where the first row of an identity stands; -1 where there is none. */
  placeOf(name: string, rest: string): number {
    if (this.#byRest !== null) return this.#byRest.get(rest)?.get(name) ?? NOWHERE;
    const place = this.#byName.get(name);
    if (place === undefined) return NOWHERE;
    const row = this.rows[place];
    return row !== undefined && this.#restOf(row) === rest ? place : NOWHERE;
  }

  /** Where the row of a name stands; -1 where there is none, or where rows of this index share names. */
  placeOfName(name: string): number {
    return this.#byRest === null ? (this.#byName.get(name) ?? NOWHERE) : NOWHERE;
  }

  /** Where the only row of an identity stands; -1 where there is none, or more than one. */
  placeOfOnly(name: string, rest: string): number {
    const place = this.placeOf(name, rest);
    return this.#repeated.has(place) ? NOWHERE : place;
  }
}

// From the last to the first, so that what is left is the first.
function placesByRest<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  restOf: (row: Row) => string,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const index = new Map<string, Map<string, number>>();
  for (const [place, row] of [...rows.entries()].reverse()) {
    const ofRest = index.get(restOf(row)) ?? new Map<string, number>();
    if (ofRest.size === 0) index.set(restOf(row), ofRest);
    ofRest.set(nameOf(row), place);
  }
  return index;
}
