import { describe, expect, it } from "vitest";
import { readDocument } from "../support/documents.js";
import { tablesOf } from "../support/markdown.js";
import promised from "../trust/rows.json" with { type: "json" };

const [ROWS = []] = tablesOf(readDocument("docs/trust.md"));

describe("docs/trust.md", () => {
  it("gives each row of the trust run with its target, in its order", () => {
    const shown = ROWS.map(([test, target]) => ({ test, target }));
    expect(shown).toEqual(Object.values(promised));
  });

  it.each(ROWS.map(([test = "", , figure = ""]) => ({ test, figure })))(
    "has a figure: $test",
    ({ figure }) => {
      expect(figure).toMatch(/[0-9]|^left out: /);
    },
  );
});
