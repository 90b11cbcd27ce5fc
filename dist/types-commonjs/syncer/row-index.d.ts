export declare class RowIndex<Row> {
    #private;
    readonly rows: readonly Row[];
    readonly surplus: readonly number[];
    constructor(rows: readonly Row[], byName: ReadonlyMap<string, number>, nameOf: (row: Row) => string, restOf: (row: Row) => string);
    placeOf(name: string, rest: string): number;
    placeOfName(name: string): number;
    placeOfOnly(name: string, rest: string): number;
}
