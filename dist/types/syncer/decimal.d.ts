/**
 * An exact decimal: `units / 10^scale`, with the text it came from.
 *
 * No binary fraction is ever involved: `units` is a whole number, kept as a `number` while it is a safe
 * integer (which is exact) and as a `bigint` beyond. Why not a library: docs/decisions/0003.
 */
export declare class Decimal {
    /** Plain notation, as given: `"0.10"` stays `"0.10"`; exponent notation arrives here expanded. */
    readonly text: string;
    /** The digits without the point, with the sign. Negative zero is 0. */
    readonly units: number | bigint;
    /** How many of the digits stand after the point. */
    readonly scale: number;
    constructor(text: string, units: number | bigint, scale: number);
}
/**
 * Reads decimal text of JSON's number grammar (`-1`, `0.10`, `1.5e-7`).
 *
 * Returns undefined for anything else (`NaN`, `Infinity`, `""`, `+1`, `.5`, `01`, blanks) and for a number
 * of more than 1,000 characters, as given or once its exponent is expanded.
 */
export declare function parseDecimal(text: string): Decimal | undefined;
/** Whether {@link parseDecimal} reads this text; it makes nothing of it. */
export declare function isDecimalText(text: string): boolean;
/**
 * Like {@link parseDecimal}, for decimals written in code.
 *
 * @throws RangeError where the text is not a decimal.
 */
export declare function decimal(text: string): Decimal;
/** True for a value below zero; negative zero is not. */
export declare function isNegative(value: Decimal): boolean;
/** True for 0, -0, 0.00 and so on. */
export declare function isZero(value: Decimal): boolean;
/** Numeric order: below 0, 0 or above 0. Scales do not matter: 1.0 equals 1.00. */
export declare function compareDecimals(a: Decimal, b: Decimal): number;
/** The exact difference, at the larger of the two scales. */
export declare function subtractDecimals(a: Decimal, b: Decimal): Decimal;
/** The value with the other sign; zero has none. */
export declare function negated(value: Decimal): Decimal;
/** The decimal that is `units / 10^scale`, with its plain text. */
export declare function decimalFromUnits(units: number | bigint, scale: number): Decimal;
/** The value's whole-number units at a scale at least its own; exact, a bigint where a number is not. */
export declare function unitsAtScale(value: Decimal, scale: number): number | bigint;
/** Exact difference of two whole numbers. */
export declare function subtractUnits(a: number | bigint, b: number | bigint): number | bigint;
