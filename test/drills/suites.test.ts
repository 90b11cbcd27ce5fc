import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resultsLine } from "../../src/drill/results.js";
import { checkCount, drillsOf, furtherLetters, SUITE_NAMES, suiteName } from "../../src/drills/suites.js";
import { fireDrill, PREFIX } from "../support/fire-drill-run.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const DRILLS = new URL("../../src/drills/", import.meta.url);

/** The letters of the drills that have a file, in order. */
function lettersOfFiles(): string[] {
  return readdirSync(DRILLS)
    .flatMap((name) => /^drill-([a-z])-/.exec(name)?.[1] ?? [])
    .sort();
}

describe("the suites", () => {
  it("have every drill that has a file, each in the full suite, in the order of the letters", () => {
    expect(drillsOf("full", PREFIX).map(({ id }) => id)).toEqual(lettersOfFiles());
  });

  it("leave F to the drill of the alerts", () => {
    expect(lettersOfFiles()).not.toContain("f");
  });

  it("are found by their names, the default first", () => {
    expect(SUITE_NAMES.map(suiteName)).toEqual(SUITE_NAMES);
    expect(SUITE_NAMES[0]).toBe("runbook");
  });

  it.each(["", "Full", "runbook ", "toString"])("are not called '%s'", (text) => {
    expect(suiteName(text)).toBeUndefined();
  });

  it("know the letters beyond the runbook's", () => {
    const runbook = drillsOf("runbook", PREFIX).map(({ id }) => id);
    expect(furtherLetters("full")).toEqual(
      lettersOfFiles()
        .filter((id) => !runbook.includes(id))
        .map((id) => id.toUpperCase()),
    );
    expect(furtherLetters("runbook")).toEqual([]);
  });
});

describe("the number of checks", () => {
  it.each(SUITE_NAMES)("of %s is that of a run, the guard's included", async (suite) => {
    const { report } = await fireDrill(temporaryDirectory(), { drills: drillsOf(suite, PREFIX) });
    expect(resultsLine(report)).toBe(`=== Results: ${checkCount(suite)} passed, 0 failed, 0 skipped ===`);
  });
});
