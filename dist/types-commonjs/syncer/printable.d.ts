/**
 * Text from outside made safe for one line of a log or a terminal: every control or format character
 * and every unpaired surrogate becomes `\u{hex}`; everything that can be read stays as it is.
 */
export declare function printable(text: string): string;
/** {@link printable} in double quotes, with quotes and backslashes inside escaped. */
export declare function quoted(text: string): string;
