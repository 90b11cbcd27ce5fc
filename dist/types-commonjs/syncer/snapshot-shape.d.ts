/**
 * What is wrong with a value that a port gave as an AccountSnapshot, or undefined where the rules can trust
 * it. A port written without types could hand over `qty: "-1"`, which no rule would ever flag.
 */
export declare function findShapeFault(value: unknown): string | undefined;
