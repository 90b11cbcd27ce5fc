import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineReader, MOST_LINE_BYTES } from "../../src/protocol/line-reader.js";

function linesOf(chunks: readonly Uint8Array[], most?: number): string[] {
  const reader = new LineReader(most);
  return chunks.flatMap((chunk) => [...reader.push(chunk)]);
}

describe("LineReader", () => {
  it("gives the same lines however the bytes are cut", () => {
    const line = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\n\uFEFF]/g, ""));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(50)), (lines, cuts) => {
        const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(""));
        const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(linesOf(chunks)).toEqual(lines);
      }),
    );
  });

  it("takes a line of the greatest length, and no byte more", () => {
    const longest = Buffer.from(`${"x".repeat(MOST_LINE_BYTES)}\n`);
    expect(linesOf([longest])[0]).toHaveLength(MOST_LINE_BYTES);
    expect(() => linesOf([Buffer.from(`x${longest}`)])).toThrow(/longer than 1048576 bytes/);
  });

  it("refuses a line that never ends as soon as it is too long", () => {
    const reader = new LineReader(10);
    expect([...reader.push(Buffer.from("0123456789"))]).toEqual([]);
    expect(reader.waiting).toBe(10);
    expect(() => [...reader.push(Buffer.from("x"))]).toThrow(RangeError);
    expect(reader.waiting).toBe(10);
  });

  it("gives the lines before a bad one", () => {
    const lines = new LineReader().push(Buffer.from([0x61, 10, 0xff, 10]));
    expect(lines.next().value).toBe("a");
    expect(() => lines.next()).toThrow(TypeError);
  });
});
