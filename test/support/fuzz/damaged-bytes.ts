import fc from "fast-check";

/** What is random about a damage. */
interface Chance {
  readonly at: number;
  readonly byte: number;
  readonly noise: Uint8Array;
}

const chances: fc.Arbitrary<Chance> = fc.record({
  at: fc.nat(),
  byte: fc.nat({ max: 255 }),
  noise: fc.uint8Array({ maxLength: 64 }),
});

const DAMAGES: readonly ((text: string, chance: Chance) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text, { at }) => before(text, at),
  (text, { at, byte }) => Buffer.concat([before(text, at), Buffer.of(byte), after(text, at + 1)]),
  (text, { at, noise }) => Buffer.concat([before(text, at), noise, after(text, at)]),
  (text) => Buffer.from(text + text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  (text) => Buffer.from(text, "latin1"),
  (_text, { noise }) => noise,
  (_text, { at }) => Buffer.from(" \r\n\t\0".slice(0, at % 6)),
];

/** Bytes that were damaged on their way: cut, doubled, a byte changed, bytes put in, another encoding, mere noise. */
export function damagedBytes(texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(texts, fc.constantFrom(...DAMAGES), chances)
    .map(([text, damage, chance]) => damage(text, chance));
}

function before(text: string, at: number): Uint8Array {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, at % (bytes.length + 1));
}

function after(text: string, at: number): Uint8Array {
  const bytes = Buffer.from(text);
  return bytes.subarray(at % (bytes.length + 1));
}
