export declare function printable(text: string): string;
export declare function quoted(text: string): string;
