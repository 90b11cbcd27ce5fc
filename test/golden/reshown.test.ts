import { describe, expect, it } from "vitest";
import { reshown } from "./reshown.js";

const REAL =
  "head 1\nDrill A\n  PASS: one\n  proven a\nDrill B\n  PASS: two\n  PASS: new\n  proven b\nend 2\n";

describe("what a document shows of real output", () => {
  it.each([
    { name: "all of it", shown: "head 1\nDrill A\nend 1\n", again: REAL },
    { name: "its head and its end", shown: "head 0\n...\nend 1\n", again: "head 1\n...\nend 2\n" },
    {
      name: "a run in the middle that grew",
      shown: "...\nDrill B\n  PASS: two\n  proven b\n...\nend 1\n",
      again: "...\nDrill B\n  PASS: two\n  PASS: new\n  proven b\n...\nend 2\n",
    },
    {
      name: "a run that shrank, and one line of another",
      shown:
        "head 1\n...\n  proven a\n...\nDrill B\n  PASS: two\n  PASS: old\n  PASS: new\n  proven b\n...\n",
      again: "head 1\n...\n  proven a\n...\nDrill B\n  PASS: two\n  PASS: new\n  proven b\n...\n",
    },
    { name: "nothing but its end", shown: "...\nend 1\n", again: "...\nend 2\n" },
  ])("is shown again: $name", ({ shown, again }) => {
    expect(reshown(shown, REAL)).toBe(again);
  });

  it("is left to a person where its lines are gone", () => {
    expect(() => reshown("...\ngoodbye everyone\n...\n", REAL)).toThrow(
      'the output has no line like "goodbye everyone" any more',
    );
  });
});
