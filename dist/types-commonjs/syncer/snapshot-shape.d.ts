export declare function findShapeFault(value: unknown): string | undefined;
