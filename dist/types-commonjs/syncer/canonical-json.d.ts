/** A value that canonical JSON can hold: numbers are whole and exact; decimals are text. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | {
    readonly [key: string]: JsonValue;
};
/**
 * Canonical JSON (contract, section 2): keys sorted by code point, no spaces, everything outside
 * printable ASCII as lowercase \uXXXX. The same bytes as Python's
 * `json.dumps(value, sort_keys=True, separators=(",", ":"))`.
 *
 * @throws RangeError on a number that is not a safe integer: it would not be exact.
 */
export declare function canonicalJson(value: JsonValue): string;
/** A JSON string of printable ASCII only. */
export declare function canonicalString(text: string): string;
/** JSON text with everything outside printable ASCII as \\uXXXX; JSON.stringify escapes the rest as we want it. */
export declare function escapeNonAscii(json: string): string;
/**
 * Order by code point, as most languages sort text. JavaScript's own `<` compares UTF-16 units, which puts
 * U+10000 and above before U+E000.
 */
export declare function compareText(a: string, b: string): number;
