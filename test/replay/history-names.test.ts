import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameNameAs } from "../../src/evidence/same-name.js";
import { historyNames } from "../../src/replay/history-names.js";

describe("the name of a history", () => {
  it.each([
    { files: ["night.jsonl"], names: ["night"] },
    { files: ["/var/lib/x/2026-01-01 Night (2).JSONL"], names: ["2026-01-01_night_2"] },
    { files: ["a/x.jsonl", "b/X.jsonl", "x_2.jsonl"], names: ["x", "x_2", "x_2_2"] },
    { files: ["-", "ä.jsonl", "../..", ".jsonl"], names: ["stdin", "history", "history_2", "history_3"] },
    { files: ["con\u202e\n.jsonl"], names: ["con"] },
    { files: [`${"n".repeat(300)}.jsonl`], names: ["n".repeat(40)] },
  ])("of $files is $names", ({ files, names }) => {
    expect(historyNames(files)).toEqual(names);
  });

  it("is safe on any disk, and no two are alike, whatever the files are called", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("a", "A", "a.jsonl", "a_2"))), (files) => {
        const names = historyNames(files);
        expect(names.every((name) => /^[a-z0-9_-]+$/.test(name))).toBe(true);
        expect(new Set(names.map(sameNameAs)).size).toBe(files.length);
      }),
    );
  });
});
