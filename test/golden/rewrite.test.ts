import { describe, expect, it } from "vitest";
import { rewritten } from "./rewrite.js";

describe("a file that is rewritten", () => {
  it("takes whole lines in place of others, wherever they stand, and nothing else", () => {
    const rewrites = [
      { file: "a.md", lines: "one\ntwo\n", by: "1\n" },
      { file: "a.md", lines: "three $&\n", by: "$&\n" },
    ];
    expect(rewritten("one\ntwo\nnot one\ntwo\none\ntwo\nthree $&\n", rewrites)).toBe(
      "1\nnot one\ntwo\n1\n$&\n",
    );
  });

  it("takes another text as a whole", () => {
    expect(rewritten("old\n", [{ file: "a.txt", whole: "new\n" }])).toBe("new\n");
  });

  it("is not guessed at where the lines are not there", () => {
    expect(() => rewritten("a\n", [{ file: "a.md", lines: "b\n", by: "" }])).toThrow("a.md does not have");
  });
});
