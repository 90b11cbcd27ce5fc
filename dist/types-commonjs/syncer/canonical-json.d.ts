export type JsonValue = null | boolean | number | string | readonly JsonValue[] | {
    readonly [key: string]: JsonValue;
};
export declare function canonicalJson(value: JsonValue): string;
export declare function canonicalString(text: string): string;
export declare function escapeNonAscii(json: string): string;
export declare function compareText(a: string, b: string): number;
