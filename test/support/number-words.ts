const WORDS =
  "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";

/** Up to twenty as a word, beyond as digits. */
export function inWords(count: number): string {
  return WORDS.split(" ")[count] ?? String(count);
}

/** A number as {@link inWords} writes it, as part of a regular expression. */
export const A_NUMBER = `(?:[0-9]+|${WORDS.replaceAll(" ", "|")})`;
