/** `YYYYMMDDTHHMMSSZ` of Unix ms, in UTC; names in the order of their times. */
export declare function timestampName(ms: number): string;
