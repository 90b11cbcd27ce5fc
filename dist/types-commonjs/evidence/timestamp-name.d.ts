export declare function timestampName(ms: number): string;
