import { type Decimal } from "./decimal.js";
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
export declare class FieldReader {
    #private;
    constructor(value: unknown, path: string, problems: string[]);
    text(name: string): string;
    id(name: string): string;
    oneOf<T extends string>(name: string, allowed: readonly [T, ...T[]]): T;
    boolean(name: string): boolean;
    timestamp(name: string): number;
    integer(name: string): number;
    decimal(name: string): Decimal;
    looseDecimal(name: string): Decimal;
    nullable<T>(name: string, read: (name: string) => T): T | null;
    optional<T>(name: string, read: (name: string) => T): T | null;
    rows<T>(name: string, read: (row: unknown, path: string) => T): T[];
    only(names: readonly string[]): void;
    raw(name: string): unknown;
    refuse<T>(name: string, expectation: string, placeholder: T): T;
}
export declare function nameOf(value: unknown): string;
