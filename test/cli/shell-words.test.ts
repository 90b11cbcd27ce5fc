import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shellWord } from "../../src/cli/shell-words.js";
import { leftOut } from "../support/left-out.js";

/** The words that a shell makes of a line. */
function wordsOf(shell: string, line: string): string[] {
  const { stdout } = spawnSync(shell, ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" });
  return stdout.split("\0").slice(0, -1);
}

const printableText = fc
  .string({ unit: "grapheme" })
  .filter((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text));
const anyText = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0"));
const noBash = leftOut(
  spawnSync("bash", ["-c", "true"]).status !== 0,
  "shell words with control characters",
  "bash is missing",
);

describe("shellWord", () => {
  it.each([
    { name: "a plain path", text: ".artifacts/account_sync_fire_drill/20260102T030405Z-2" },
    { name: "every character that needs no quotes", text: "aZ09_./:@%+=,-" },
  ])("leaves $name as it is", ({ text }) => {
    expect(shellWord(text)).toBe(text);
  });

  it.each([
    { name: "nothing", text: "", word: "''" },
    { name: "blanks", text: "my evidence", word: "'my evidence'" },
    { name: "a single quote", text: "it's", word: "'it'\\''s'" },
    { name: "what a shell would expand", text: "$HOME `id` ~ * ;", word: "'$HOME `id` ~ * ;'" },
    { name: "a newline", text: "a\nb", word: "$'a\\012b'" },
    { name: "a newline, a quote and a backslash", text: "\n'\\", word: "$'\\012\\'\\\\'" },
    { name: "a digit after a control character", text: "\x1b1", word: "$'\\0331'" },
    { name: "what turns text around", text: "\u202e", word: "$'\\342\\200\\256'" },
  ])("quotes $name", ({ text, word }) => {
    expect(shellWord(text)).toBe(word);
  });

  it("comes back from sh as it was, where it can be printed", () => {
    fc.assert(
      fc.property(fc.array(printableText, { minLength: 20, maxLength: 40 }), (words) => {
        expect(wordsOf("sh", words.map(shellWord).join(" "))).toEqual(words);
      }),
      { numRuns: 30 },
    );
  });

  it.skipIf(noBash)("comes back from bash as it was, whatever it holds, on one line", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 20, maxLength: 40 }), (words) => {
        const line = words.map(shellWord).join(" ");
        expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
        expect(wordsOf("bash", line)).toEqual(words);
      }),
      { numRuns: 30 },
    );
  });
});
