import { type Decimal } from "./decimal.js";
/** True for a JSON object (not null, not an array). */
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
/**
 * Reads the fields of one untrusted object and notes every bad path in `problems`, instead of stopping at
 * the first. What it returns for a bad field is a placeholder: use the results only where no problem was noted.
 */
export declare class FieldReader {
    #private;
    constructor(value: unknown, path: string, problems: string[]);
    /** Text that is not empty. */
    text(name: string): string;
    /** An id: text, never a JSON number. */
    id(name: string): string;
    oneOf<T extends string>(name: string, allowed: readonly [T, ...T[]]): T;
    boolean(name: string): boolean;
    /** Unix ms: a whole number from 0 to 2^53 - 1. (Adding 0 turns JSON's -0 into 0.) */
    timestamp(name: string): number;
    /** A whole number that is exact in JSON. */
    integer(name: string): number;
    /** A decimal as text; a JSON number is refused, since it may have lost digits already. */
    decimal(name: string): Decimal;
    /** A decimal as text or as a JSON number, which is taken by its shortest decimal text. */
    looseDecimal(name: string): Decimal;
    /** Reads with `read` unless the field is null, which means that the exchange did not say. */
    nullable<T>(name: string, read: (name: string) => T): T | null;
    /** Like {@link nullable}, and a missing field counts as null too. */
    optional<T>(name: string, read: (name: string) => T): T | null;
    /** One result for each row of an array; rows are given with their path, `positions[0]`. */
    rows<T>(name: string, read: (row: unknown, path: string) => T): T[];
    /** Refuses every field but these: one that was misspelt would be taken for one that was left out. */
    only(names: readonly string[]): void;
    raw(name: string): unknown;
    /** Notes a problem with a field, with what is there now, and hands the placeholder back. */
    refuse<T>(name: string, expectation: string, placeholder: T): T;
}
/** A short name for an untrusted value: `null`, `nothing`, `the number 5`, `the text "abc"`. */
export declare function nameOf(value: unknown): string;
