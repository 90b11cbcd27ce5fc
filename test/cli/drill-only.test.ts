import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseDrills } from "../../src/cli/chosen-drills.js";
import { drillsOf } from "../../src/drills/suites.js";
import { namesIn } from "../support/file-tree.js";
import { NOW_NAME, runHere } from "../support/run-cli.js";
import { RUNBOOK } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { thrownBy } from "../support/thrown-by.js";

describe("drill --only", () => {
  const drills = drillsOf("runbook", "x");
  const life = { seed: 1, days: 1, syncsADay: 10 };
  const ids = (only?: string) =>
    chooseDrills(drills, only, null)
      .drills.map(({ id }) => id)
      .join("");

  it.each([
    { name: "all of them where nothing is named", only: undefined, chosen: RUNBOOK.join("") },
    { name: "one", only: "c", chosen: "c" },
    { name: "their own order, whatever order they are named in", only: "d,a", chosen: "ad" },
    { name: "each once, however often it is named", only: "b,b", chosen: "b" },
    { name: "capitals and blanks for the same", only: " B , e", chosen: "be" },
  ])("takes $name", ({ only, chosen }) => {
    expect(ids(only)).toBe(chosen);
  });

  it.each(["", ",", "a,", "guard", "f", "a b"])("refuses %j and says what there is", async (only) => {
    const error = await thrownBy(() => ids(only));
    expect(error).toMatchObject({ code: "usage", message: expect.stringContaining("a, b, c, d, e") });
  });

  it.each([
    { only: undefined, expected: life },
    { only: "a,life", expected: life },
    { only: "a", expected: null },
  ])("has days of trading where $only is named", ({ only, expected }) => {
    expect(chooseDrills(drills, only, life).life).toEqual(expected);
  });

  it("runs those drills and the guard, and leaves the evidence of those", async () => {
    const artifactDir = temporaryDirectory();
    const { exitCode, stdout } = await runHere(["--only", "e,b", "--artifact-dir", artifactDir]);
    expect(exitCode).toBe(0);
    expect(stdout.match(/^=== (Drill .|Artifact guard|Results: .*)(?=:| ===)/gm)).toEqual([
      "=== Drill B",
      "=== Drill E",
      "=== Artifact guard",
      "=== Results: 16 passed, 0 failed, 0 skipped",
    ]);
    expect(namesIn(join(artifactDir, "account_sync_fire_drill", NOW_NAME))).toEqual([
      "drill_b_log.txt",
      "drill_b_metrics.txt",
      "drill_e_metrics.txt",
      "junit.xml",
      "results.json",
      "sha256sums.txt",
      "summary.txt",
    ]);
  });
});
