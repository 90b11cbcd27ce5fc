import type { PatternCursor } from "./pattern-cursor.js";
import { LAST_CODE_POINT, PatternProblem } from "./syntax.js";

const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
const OCTAL = /^[0-7]$/;
const HEX = /^[0-9A-Fa-f]$/;

/** The one character that an escape stands for; the backslash is taken already. */
export function parseEscapedCharacter(cursor: PatternCursor): number {
  const character = cursor.next();
  const control = CONTROL[character];
  if (control !== undefined) return control;
  if (character === "x") return hexadecimal(cursor);
  if (OCTAL.test(character)) return octal(character, cursor);
  if (/^[\0-\x7f]$/.test(character) && !/^[0-9A-Za-z]$/.test(character)) return codePointOf(character);
  throw new PatternProblem(`\\${character} is no escape`);
}

/** Up to three digits; one digit alone, but 0, would be a reference to a group, which Go does not have. */
function octal(first: string, cursor: PatternCursor): number {
  if (first !== "0" && !OCTAL.test(cursor.peek())) throw new PatternProblem(`\\${first} is no escape`);
  return Number.parseInt(first + cursor.takeWhile((next) => OCTAL.test(next), 2), 8);
}

function hexadecimal(cursor: PatternCursor): number {
  const inBraces = cursor.take("{");
  const digits = cursor.takeWhile((next) => HEX.test(next), inBraces ? undefined : 2);
  const isWhole = inBraces ? digits !== "" && cursor.take("}") : digits.length === 2;
  const value = Number.parseInt(digits, 16);
  if (!isWhole || value > LAST_CODE_POINT) throw new PatternProblem("\\x has no number");
  return value;
}

export function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
