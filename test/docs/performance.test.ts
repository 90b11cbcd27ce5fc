import { describe, expect, it } from "vitest";
import claims from "../bench/claims.json" with { type: "json" };
import { readDocument } from "../support/documents.js";
import { tablesOf } from "../support/markdown.js";

const [ROWS = []] = tablesOf(readDocument("docs/performance.md"));

describe("docs/performance.md", () => {
  it("gives each claim of the bench with its target, in its order", () => {
    const shown = ROWS.map(([claim, , target]) => ({ claim, target: Number(target) }));
    expect(shown).toEqual(Object.values(claims));
  });

  it.each(ROWS.map(([claim = "", ratio, target]) => ({ claim, ratio, target })))(
    "claims nothing that was not reached: $claim",
    ({ ratio = "", target }) => {
      expect(ratio).toMatch(/^[0-9]+\.[0-9]{2}$/);
      expect(Number(ratio)).toBeLessThanOrEqual(Number(target));
    },
  );
});
