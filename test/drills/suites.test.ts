import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resultsLine } from "../../src/drill/results.js";
import {
  checkCount,
  drillsOf,
  fixedDrills,
  furtherLetters,
  SUITE_NAMES,
  smallestSuite,
  suiteName,
} from "../../src/drills/suites.js";
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
  it("have every drill that has a file, in the order of the letters", () => {
    expect(fixedDrills(PREFIX).map(({ id }) => id)).toEqual(lettersOfFiles());
  });

  it("stand on each other", () => {
    const [runbook, full, life] = SUITE_NAMES.map((name) => drillsOf(name, PREFIX).map(({ id }) => id));
    expect(full?.slice(0, runbook?.length)).toEqual(runbook);
    expect(life?.slice(0, full?.length)).toEqual(full);
  });

  it.each([
    { letters: ["d", "v"], suite: "runbook" },
    { letters: ["v", "u"], suite: "full" },
    { letters: ["y"], suite: "life" },
    { letters: [], suite: undefined },
  ])("the smallest with one of $letters is $suite", ({ letters, suite }) => {
    expect(smallestSuite(letters)).toBe(suite);
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
    const others = lettersOfFiles().filter((id) => !runbook.includes(id));
    const further = [...furtherLetters("full"), "V", "W", "X", "Y"];
    expect(further).toEqual(others.map((id) => id.toUpperCase()));
    expect(furtherLetters("life").slice(0, further.length)).toEqual(further);
    expect(furtherLetters("runbook")).toEqual([]);
  });
});

describe("the number of checks", () => {
  it.each(SUITE_NAMES)("of %s is that of a run, the guard's included", async (suite) => {
    const { report } = await fireDrill(temporaryDirectory(), { drills: drillsOf(suite, PREFIX) });
    expect(resultsLine(report)).toBe(`=== Results: ${checkCount(suite)} passed, 0 failed, 0 skipped ===`);
  });
});
