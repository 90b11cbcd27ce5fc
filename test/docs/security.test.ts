import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { codeIn, sectionOf, tablesOf } from "../support/markdown.js";

const [ROWS = []] = tablesOf(sectionOf(readDocument("SECURITY.md"), "Threat model"));

describe("the threat model", () => {
  it("is found", () => {
    expect(ROWS.length).toBeGreaterThan(5);
  });

  it.each(ROWS.map(([who = "", what = "", , shown = ""]) => ({ who, what, shown })))(
    "names tests that there are for what is stopped: $who: $what",
    ({ shown }) => {
      const tests = codeIn(shown);
      expect(tests).not.toEqual([]);
      for (const test of tests) {
        expect(test).toMatch(/^test\/.+\.test\.ts$/);
        expect(existsSync(`${CHECKOUT}${test}`), test).toBe(true);
      }
    },
  );
});
