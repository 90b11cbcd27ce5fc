import { describe, expect, it } from "vitest";
import { parseChecksums } from "../../src/evidence/checksums.js";

const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

describe("parseChecksums", () => {
  const good = `${OF_ABC}  b.txt\n`;

  it.each([
    { name: "an empty file", text: "", faults: ["it lists no file"] },
    { name: "a lone newline", text: "\n", faults: ["line 1 is not a checksum line", "it lists no file"] },
    {
      name: "a missing last newline",
      text: `${OF_ABC}  b.txt`,
      faults: ["the last line does not end with a newline", "it lists no file"],
    },
    { name: "a blank line at the end", text: `${good}\n`, faults: ["line 2 is not a checksum line"] },
    {
      name: "a blank line between",
      text: `${OF_ABC}  a.txt\n\n${good}`,
      faults: ["line 2 is not a checksum line"],
    },
    {
      name: "a byte order mark",
      text: `\ufeff${good}`,
      faults: ["line 1 is not a checksum line", "it lists no file"],
    },
    {
      name: "uppercase digits",
      text: `${OF_ABC.toUpperCase()}  a.txt\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    {
      name: "63 digits",
      text: `${OF_ABC.slice(1)}  a.txt\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    { name: "65 digits", text: `0${OF_ABC}  a.txt\n${good}`, faults: ["line 1 is not a checksum line"] },
    {
      name: "a letter that is no digit",
      text: `g${OF_ABC.slice(1)}  a.txt\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    { name: "one blank", text: `${OF_ABC} a.txt\n${good}`, faults: ["line 1 is not a checksum line"] },
    { name: "the binary mark", text: `${OF_ABC} *a.txt\n${good}`, faults: ["line 1 is not a checksum line"] },
    { name: "a tab", text: `${OF_ABC}\ta.txt\n${good}`, faults: ["line 1 is not a checksum line"] },
    {
      name: "a leading blank",
      text: ` ${OF_ABC}  a.txt\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    { name: "no name", text: `${OF_ABC}  \n${good}`, faults: ["line 1 is not a checksum line"] },
    {
      name: "a path upwards",
      text: `${OF_ABC}  ../a.txt\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    {
      name: "a path downwards",
      text: `${OF_ABC}  a/a.txt\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    { name: "a backslash", text: `${OF_ABC}  a\\a.txt\n${good}`, faults: ["line 1 is not a checksum line"] },
    { name: "a NUL", text: `${OF_ABC}  a\0.txt\n${good}`, faults: ["line 1 is not a checksum line"] },
    {
      name: "a carriage return at its end",
      text: `${OF_ABC}  a.txt\r\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    { name: "this directory", text: `${OF_ABC}  .\n${good}`, faults: ["line 1 is not a checksum line"] },
    {
      name: "the directory above",
      text: `${OF_ABC}  ..\n${good}`,
      faults: ["line 1 is not a checksum line"],
    },
    {
      name: "the checksum file itself",
      text: `${good}${OF_ABC}  sha256sums.txt\n`,
      faults: ["line 2 is not a checksum line"],
    },
    { name: "a comment", text: `# mine\n${good}`, faults: ["line 1 is not a checksum line"] },
    {
      name: "reversed lines",
      text: `${OF_ABC}  c.txt\n${good}`,
      faults: ["line 2 is out of order or repeated"],
    },
    { name: "a repeated line", text: good + good, faults: ["line 2 is out of order or repeated"] },
    {
      name: "every faulty line",
      text: `x\n${good}y\n${OF_ABC}  a.txt\nz`,
      faults: [
        "the last line does not end with a newline",
        "line 1 is not a checksum line",
        "line 3 is not a checksum line",
        "line 4 is out of order or repeated",
      ],
    },
  ])("names $name", ({ text, faults }) => {
    expect(parseChecksums(text).faults).toEqual(faults);
  });

  it("keeps the good lines beside a faulty one", () => {
    const { checksums } = parseChecksums(`${OF_ABC}  a.txt\nfaulty\n${OF_NOTHING}  b.txt\n`);
    expect(checksums).toEqual([
      { name: "a.txt", sha256: OF_ABC },
      { name: "b.txt", sha256: OF_NOTHING },
    ]);
  });
});
