import * as fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { DrillResult } from "../../src/drill/results.js";
import { drillsOf, fixedDrills } from "../../src/drills/suites.js";
import { LIFE_ID } from "../../src/life/life-names.js";
import { drillPassed } from "../../src/report/wording.js";
import { drillBroken, drillSoundSketch } from "../../src/self-test/drill-broken.js";
import { ONLY_LIFE_NOTICES } from "../../src/self-test/only-life-notices.js";
import { SketchSyncer } from "../../src/self-test/sketch-syncer.js";
import { WatchedSyncer } from "../../src/self-test/watched-syncer.js";
import { ZOO } from "../../src/self-test/zoo.js";
import { namesIn, textsIn } from "../support/file-tree.js";
import { fireDrill, PREFIX } from "../support/fire-drill-run.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const DRILLS = fixedDrills(PREFIX);
const LETTERS = DRILLS.map(({ id }) => id);
const RUNBOOK = drillsOf("runbook", PREFIX).map(({ id }) => id);
const SOURCES = new URL("../../src/self-test/", import.meta.url);
const FILES = fs
  .readdirSync(SOURCES)
  .filter((name) => /^broken-(?!syncer\.ts$)|^only-life-notices/.test(name));
const NOTICED_BY_DRILLS = ZOO.filter(({ caughtBy }) => caughtBy !== LIFE_ID);
const OF_THE_RUN = ["junit.xml", "results.json", "sha256sums.txt", "summary.txt"];
/** What a run leaves that failed, and whose syncer answered to the end. */
const EVIDENCE = [
  ...OF_THE_RUN,
  "failed_checks.txt",
  ...DRILLS.flatMap(({ id, hasLog }) => [
    ...(hasLog ? [`drill_${id}_log.txt`] : []),
    `drill_${id}_metrics.txt`,
  ]),
].sort();

function idsOf(drills: readonly DrillResult[]): string[] {
  return drills.map(({ id }) => id).filter((id) => id !== "guard");
}

/** The drills whose log says that they are proven. */
function markedIn(texts: Readonly<Record<string, string>>): string[] {
  return LETTERS.filter((id) =>
    new RegExp(`^drill_${id}_PROVEN: `, "m").test(texts[`drill_${id}_log.txt`] ?? ""),
  );
}

describe("the zoo", () => {
  it("has at least 40 syncers, each wrong in a way of its own", () => {
    const ways = ZOO.map(({ wrong }) => wrong);
    expect(ways.length).toBeGreaterThanOrEqual(40);
    expect(ways).toEqual([...new Set(ways)]);
  });

  it.each(FILES)("has what %s holds", async (name) => {
    const held: unknown[] = Object.values(await import(new URL(name, SOURCES).href)).flat();
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((one) => !ZOO.some((broken) => broken === one))).toEqual([]);
  });

  it.each(ZOO)("names drills that there are: a syncer that $wrong", ({ caughtBy, alsoFails = "" }) => {
    expect([...LETTERS, LIFE_ID]).toContain(caughtBy);
    expect(RUNBOOK.filter((id) => id !== caughtBy && alsoFails.includes(id)).join("")).toBe(alsoFails);
  });

  it("is made of a sketch that is sound by itself", async () => {
    expect(await drillSoundSketch()).toEqual([]);
  });
});

describe("a syncer that", () => {
  it.each(ONLY_LIFE_NOTICES)("$wrong passes every fixed drill, and no day of trading", async (broken) => {
    expect(await drillBroken(broken)).toMatchObject({ drills: [LIFE_ID], by: "life" });
  });

  it.each(NOTICED_BY_DRILLS)(
    "$wrong fails drill $caughtBy, of the runbook's others exactly those named, and leaves whole evidence",
    async ({ caughtBy, alsoFails = "", habits }) => {
      const syncer = new WatchedSyncer(new SketchSyncer(habits), 250);
      // Made anew: some of the zoo change what they are fed.
      const run = await fireDrill(temporaryDirectory(), { syncer, drills: fixedDrills(PREFIX) });
      const { drills, brokeOff } = run.report;
      const failed = idsOf(drills.filter(({ checks }) => checks.some(({ status }) => status === "failed")));
      expect(failed).toContain(caughtBy);
      expect(RUNBOOK.filter((id) => id !== caughtBy && failed.includes(id)).join("")).toBe(alsoFails);
      expect(drills.map(({ checks }) => checks.length)).toEqual([
        ...DRILLS.map(({ checks }) => checks.length),
        1,
      ]);

      const proven = idsOf(drills.filter(drillPassed));
      expect(idsOf(drills.filter(({ provenMarker }) => provenMarker !== null))).toEqual(proven);
      if (brokeOff === null) expect(proven).toEqual(LETTERS.filter((id) => !failed.includes(id)));

      const { evidenceDir, evidenceRef } = run;
      const reason = brokeOff === null ? "exit_code_1" : "exit_code_3";
      expect(evidenceRef).toContain(`EVIDENCE_REF mode=account-sync-drill status=failed reason=${reason} `);
      expect(verifyEvidence(fs, evidenceDir).damage).toEqual([]);
      const texts = textsIn(evidenceDir);
      const logged = DRILLS.filter(({ hasLog }) => hasLog).map(({ id }) => id);
      expect(markedIn(texts)).toEqual(logged.filter((id) => proven.includes(id)));
      const checks = drills.flatMap((drill) => drill.checks);
      const passed = checks.filter(({ status }) => status === "passed").length;
      expect(texts["summary.txt"]).toContain(
        `Account sync fire drill: failed, ${passed} of ${checks.length}`,
      );
      const files = drills.flatMap((drill) => [...drill.files.keys()]);
      expect(namesIn(evidenceDir)).toEqual(brokeOff === null ? EVIDENCE : [...OF_THE_RUN, ...files].sort());
    },
  );
});
