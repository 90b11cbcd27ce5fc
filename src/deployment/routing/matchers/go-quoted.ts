const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};
const ESCAPE =
  /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{3})|([abfnrtv\\"]))|[^\\"\n]/uy;
const LAST_ASCII = 0x7f;

/**
 * What a Go string literal in double quotes says (`strconv.Unquote`); undefined where it is none. Escapes of single
 * bytes beyond ASCII are taken as none too: only several together can be text, and nobody writes labels so.
 *
 * @param literal with its quotes.
 */
export function unquoteGo(literal: string): string | undefined {
  if (!/^".*"$/s.test(literal) || literal.length < 2) return undefined;
  const inside = literal.slice(1, -1);
  let text = "";
  ESCAPE.lastIndex = 0;
  while (ESCAPE.lastIndex < inside.length) {
    const found = ESCAPE.exec(inside);
    const piece = found === null ? undefined : pieceOf(found);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

function pieceOf([whole, byte, short, long, octal, simple]: RegExpExecArray): string | undefined {
  if (simple !== undefined) return SIMPLE[simple];
  const single = byte === undefined ? Number.parseInt(octal ?? "", 8) : Number.parseInt(byte, 16);
  if (!Number.isNaN(single)) return single <= LAST_ASCII ? String.fromCodePoint(single) : undefined;
  const number = short ?? long;
  return number === undefined ? whole : characterOf(Number.parseInt(number, 16));
}

function characterOf(codePoint: number): string | undefined {
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint > 0x10ffff || isSurrogate ? undefined : String.fromCodePoint(codePoint);
}

/** A text as a Go string literal in double quotes, as far as {@link unquoteGo} reads it back. */
export function quoteGo(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (character) => NAMED.get(character) ?? character)}"`;
}

const NAMED = new Map(Object.entries(SIMPLE).map(([letter, character]) => [character, `\\${letter}`]));
