// Control, format (bidi overrides, zero-width), line and paragraph separators, unpaired surrogates.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from outside made safe for one line of a log or a terminal: every control or format character
 * and every unpaired surrogate becomes `\u{hex}`; everything that can be read stays as it is.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** {@link printable} in double quotes, with quotes and backslashes inside escaped. */
export function quoted(text: string): string {
  return `"${printable(text.replace(/["\\]/g, "\\$&"))}"`;
}
