export declare function sameNameAs(name: string): string;
