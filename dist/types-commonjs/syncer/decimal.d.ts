export declare class Decimal {
    readonly text: string;
    readonly units: number | bigint;
    readonly scale: number;
    constructor(text: string, units: number | bigint, scale: number);
}
export declare function parseDecimal(text: string): Decimal | undefined;
export declare function isDecimalText(text: string): boolean;
export declare function decimal(text: string): Decimal;
export declare function isNegative(value: Decimal): boolean;
export declare function isZero(value: Decimal): boolean;
export declare function compareDecimals(a: Decimal, b: Decimal): number;
export declare function subtractDecimals(a: Decimal, b: Decimal): Decimal;
export declare function negated(value: Decimal): Decimal;
export declare function decimalFromUnits(units: number | bigint, scale: number): Decimal;
export declare function unitsAtScale(value: Decimal, scale: number): number | bigint;
export declare function subtractUnits(a: number | bigint, b: number | bigint): number | bigint;
