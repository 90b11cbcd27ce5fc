const PLAIN = /^[A-Za-z0-9_./:@%+=,-]+$/;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * A word as a POSIX shell takes it back, on one line: plain where it can be, in single quotes otherwise, and in
 * `$'...'` (POSIX 2024) where it holds what cannot be printed.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text)) return text;
  return UNPRINTABLE.test(text) ? `$'${dollarQuoted(text)}'` : `'${text.replace(/'/g, `'\\''`)}'`;
}

function dollarQuoted(text: string): string {
  return Array.from(text, (character) => {
    if (UNPRINTABLE.test(character)) return Array.from(Buffer.from(character), octal).join("");
    return character.replace(/['\\]/, "\\$&");
  }).join("");
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, "0")}`;
}
