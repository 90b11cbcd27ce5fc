import type { Place } from "./syntax.js";

/** A place in a text: before the character of this number. */
export interface Standing {
  readonly characters: readonly string[];
  readonly at: number;
}

/** Whether a text has such a place there. Words are of ASCII, as everywhere in Go's patterns. */
export function standsAt(place: Place, { characters, at }: Standing): boolean {
  const [before, after] = [characters[at - 1], characters[at]];
  switch (place) {
    case "start of text":
      return before === undefined;
    case "end of text":
      return after === undefined;
    case "start of line":
      return before === undefined || before === "\n";
    case "end of line":
      return after === undefined || after === "\n";
    case "word boundary":
      return isOfWord(before) !== isOfWord(after);
    case "no word boundary":
      return isOfWord(before) === isOfWord(after);
  }
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /^[0-9A-Za-z_]$/.test(character);
}
