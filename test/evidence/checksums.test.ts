import { describe, expect, it } from "vitest";
import {
  checksumsOf,
  fingerprintOf,
  parseChecksums,
  renderChecksums,
  sha256,
} from "../../src/evidence/checksums.js";

const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

describe("sha256", () => {
  it.each([
    { name: "no text", content: "", expected: OF_NOTHING },
    { name: "text", content: "abc", expected: OF_ABC },
    { name: "bytes", content: new Uint8Array([97, 98, 99]), expected: OF_ABC },
  ])("of $name is the published digest", ({ content, expected }) => {
    expect(sha256(content)).toBe(expected);
  });

  it("takes text as UTF-8", () => {
    expect(sha256("é😀")).toBe(sha256(new Uint8Array([0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80])));
  });
});

describe("checksumsOf", () => {
  it("gives each file's checksum, sorted by name", () => {
    const files = new Map([
      ["b.txt", "abc"],
      ["a.txt", ""],
      ["B.txt", "abc"],
    ]);
    expect(checksumsOf(files)).toEqual([
      { name: "B.txt", sha256: OF_ABC },
      { name: "a.txt", sha256: OF_NOTHING },
      { name: "b.txt", sha256: OF_ABC },
    ]);
  });
});

describe("renderChecksums", () => {
  it("writes a line for each file: digest, two blanks, name", () => {
    const text = renderChecksums([
      { name: "a.txt", sha256: OF_NOTHING },
      { name: "b.txt", sha256: OF_ABC },
    ]);
    expect(text).toBe(`${OF_NOTHING}  a.txt\n${OF_ABC}  b.txt\n`);
  });

  it("is undone by parseChecksums", () => {
    const checksums = checksumsOf(
      new Map([
        ["a.txt", "a"],
        ["with blank.txt", "b"],
        ["é.txt", "c"],
      ]),
    );
    expect(parseChecksums(renderChecksums(checksums))).toEqual({ checksums, faults: [] });
  });
});

describe("fingerprintOf", () => {
  const drill = [
    { name: "drill_a_log.txt", sha256: OF_ABC },
    { name: "drill_b_log.txt", sha256: OF_NOTHING },
  ];

  it("is the sha256 over the sorted lines of the drill's files", () => {
    const lines = `${OF_ABC}  drill_a_log.txt\n${OF_NOTHING}  drill_b_log.txt\n`;
    expect(fingerprintOf(drill)).toBe(sha256(lines));
  });

  it("sorts by the whole line, so by digest", () => {
    const swapped = [
      { name: "drill_a_log.txt", sha256: OF_NOTHING },
      { name: "drill_b_log.txt", sha256: OF_ABC },
    ];
    expect(fingerprintOf(swapped)).toBe(
      sha256(`${OF_ABC}  drill_b_log.txt\n${OF_NOTHING}  drill_a_log.txt\n`),
    );
  });

  it.each([
    { name: "the order of the files does not matter", checksums: [...drill].reverse() },
    { name: "other files do not matter", checksums: [...drill, { name: "summary.txt", sha256: OF_ABC }] },
    {
      name: "a name that only holds drill_ does not matter",
      checksums: [...drill, { name: "a_drill_b", sha256: OF_ABC }],
    },
  ])("$name", ({ checksums }) => {
    expect(fingerprintOf(checksums)).toBe(fingerprintOf(drill));
  });

  it.each([
    {
      name: "a changed content",
      checksums: [{ name: "drill_a_log.txt", sha256: OF_NOTHING }, ...drill.slice(1)],
    },
    { name: "a renamed file", checksums: [{ name: "drill_c_log.txt", sha256: OF_ABC }, ...drill.slice(1)] },
    { name: "a missing file", checksums: drill.slice(1) },
  ])("$name gives another fingerprint", ({ checksums }) => {
    expect(fingerprintOf(checksums)).not.toBe(fingerprintOf(drill));
  });
});
