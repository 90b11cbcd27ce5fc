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

const BOM = "\ufeff";

const DAMAGES: readonly ((bytes: Buffer, chance: Chance) => Uint8Array)[] = [
  (bytes) => bytes,
  (bytes, { at }) => before(bytes, at),
  (bytes, { at, byte }) => Buffer.concat([before(bytes, at), Buffer.of(byte), after(bytes, at + 1)]),
  (bytes, { at, noise }) => Buffer.concat([before(bytes, at), noise, after(bytes, at)]),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes) => Buffer.concat([Buffer.from(BOM), bytes]),
  (bytes) => Buffer.from(BOM + bytes.toString(), "utf16le"),
  (bytes) => Buffer.from(bytes.toString(), "latin1"),
  (_, { noise }) => noise,
  (_, { at }) => Buffer.from(" \r\n\t\0".slice(0, at % 6)),
];

/** Bytes that were damaged on their way: cut, doubled, a byte changed, bytes put in, another encoding, mere noise. */
export function damagedBytes(sound: fc.Arbitrary<string | Uint8Array>): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(sound, fc.constantFrom(...DAMAGES), chances)
    .map(([content, damage, chance]) => damage(Buffer.from(content), chance));
}

function before(bytes: Buffer, at: number): Uint8Array {
  return bytes.subarray(0, at % (bytes.length + 1));
}

function after(bytes: Buffer, at: number): Uint8Array {
  return bytes.subarray(at % (bytes.length + 1));
}
