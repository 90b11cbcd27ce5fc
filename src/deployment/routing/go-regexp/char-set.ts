import type { CharSet, CharSetItem } from "./syntax.js";
import { characterHasProperty } from "./unicode-property.js";

const LAST_ASCII = 0x7f;
/**
 * Up to here (Latin, Greek, Cyrillic), the properties of characters and their letters of the other case are the same in
 * the versions of Unicode that the servers and Node.js are built with.
 */
const LAST_SETTLED = 0x52f;
/** With one exception, which became a small letter late. */
const UNSETTLED = 0x295;
/** Beyond ASCII there are two characters that are letters of ASCII in another case. */
const KELVIN = 0x212a;
const LONG_S = 0x17f;

/** Whether a character belongs to a set; undefined where that depends on the server's version of Unicode. */
export function setHas(set: CharSet, codePoint: number): boolean | undefined {
  let has: boolean | undefined = false;
  for (const item of set.items) {
    const found = itemHas(item, codePoint, set.fold);
    if (found) return !set.negated;
    if (found === undefined) has = undefined;
  }
  return has === undefined ? undefined : set.negated;
}

function itemHas(item: CharSetItem, codePoint: number, fold: boolean): boolean | undefined {
  switch (item.kind) {
    case "set":
      return setHas(item.set, codePoint);
    case "property":
      return propertyHas(item.name, codePoint, fold);
    case "range":
      if (codePoint >= item.from && codePoint <= item.to) return true;
      return fold ? foldedRangeHas(item.from, item.to, codePoint) : false;
  }
}

function propertyHas(name: string, codePoint: number, fold: boolean): boolean | undefined {
  if (name === "Any") return true;
  if (codePoint > (fold ? LAST_ASCII : LAST_SETTLED) || codePoint === UNSETTLED) return undefined;
  const character = String.fromCodePoint(codePoint);
  const found = characterHasProperty(name, character);
  return found || !fold ? found : characterHasProperty(name, otherCase(character));
}

/** Whether a letter of another case of this character lies in the range. */
function foldedRangeHas(from: number, to: number, codePoint: number): boolean | undefined {
  const isInRange = (other: number) => other >= from && other <= to;
  if (codePoint <= LAST_ASCII || codePoint === KELVIN || codePoint === LONG_S) {
    return othersOfAscii(codePoint).some(isInRange);
  }
  if (to <= LAST_ASCII) return false;
  if (codePoint > LAST_SETTLED || to > LAST_SETTLED) return undefined;
  const range = new RegExp(`^[\\u{${from.toString(16)}}-\\u{${to.toString(16)}}]$`, "iu");
  return range.test(String.fromCodePoint(codePoint));
}

function othersOfAscii(codePoint: number): number[] {
  if (codePoint === KELVIN) return othersOfAscii(0x6b).concat(0x6b);
  if (codePoint === LONG_S) return othersOfAscii(0x73).concat(0x73);
  const character = String.fromCodePoint(codePoint);
  const others = [otherCase(character).charCodeAt(0)];
  if (/k/i.test(character)) others.push(KELVIN);
  if (/s/i.test(character)) others.push(LONG_S);
  return others;
}

/** The other case of a character of ASCII. */
function otherCase(character: string): string {
  const upper = character.toUpperCase();
  return upper === character ? character.toLowerCase() : upper;
}
