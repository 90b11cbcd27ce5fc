import { describe, expect, it } from "vitest";
import { CappedText } from "../../src/protocol/capped-text.js";

function textOf(...chunks: readonly string[]): string {
  const capped = new CappedText(10);
  for (const chunk of chunks) capped.push(Buffer.from(chunk));
  return capped.text;
}

describe("CappedText", () => {
  it.each([
    { name: "nothing", chunks: [], text: "" },
    { name: "a line", chunks: ["abc\n"], text: "abc\n" },
    { name: "a line without its newline", chunks: ["abc"], text: "abc\n" },
    { name: "lines in pieces, with carriage returns", chunks: ["ab", "c\r", "\nd\r\n"], text: "abc\nd\n" },
    { name: "control characters", chunks: ["\u001b[2J\rx\0"], text: "\\u{1b}[2J\\u{d}x\\u{0}\n" },
    {
      name: "more than it may keep",
      chunks: ["0123456", "789abc", "def"],
      text: "0123456789\n(6 more bytes were left out)\n",
    },
    {
      name: "a character cut in two",
      chunks: ["012345678ü"],
      text: "012345678\uFFFD\n(1 more bytes were left out)\n",
    },
  ])("keeps $name", ({ chunks, text }) => {
    expect(textOf(...chunks)).toBe(text);
  });
});

describe("the last line", () => {
  it.each([
    { name: "nothing", chunks: [], line: "" },
    { name: "a traceback", chunks: ["Traceback:\n  at x\nValueError: b", "ad\n\n"], line: "ValueError: bad" },
    {
      name: "more than is kept",
      chunks: ["0".repeat(9000), "\nthe end\u001b[0m\r\n"],
      line: "the end\\u{1b}[0m",
    },
    { name: "a line without end", chunks: ["x".repeat(9000)], line: "x".repeat(300) },
  ])("of $name is told", ({ chunks, line }) => {
    const capped = new CappedText(10);
    for (const chunk of chunks) capped.push(Buffer.from(chunk));
    expect(capped.lastLine).toBe(line);
  });
});
