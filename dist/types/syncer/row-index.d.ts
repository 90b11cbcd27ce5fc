/**
 * Where rows stand, found by their identity: a name, and what tells rows of one name apart. Few names are shared, so
 * rows are kept by name alone, one look-up each, until one is.
 */
export declare class RowIndex<Row> {
    #private;
    readonly rows: readonly Row[];
    /** The rows whose identity stood in a row before, by their place, in order. */
    readonly surplus: readonly number[];
    /**
     * @param byName the place of a row of each name. Where there is one for each row it is looked up, so that which row of
     *   several does not matter. (Not made here, where a call for each row would cost more.)
     */
    constructor(rows: readonly Row[], byName: ReadonlyMap<string, number>, nameOf: (row: Row) => string, restOf: (row: Row) => string);
    /** Where the first row of an identity stands; -1 where there is none. */
    placeOf(name: string, rest: string): number;
    /** Where the row of a name stands; -1 where there is none, or where rows of this index share names. */
    placeOfName(name: string): number;
    /** Where the only row of an identity stands; -1 where there is none, or more than one. */
    placeOfOnly(name: string, rest: string): number;
}
