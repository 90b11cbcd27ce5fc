import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checksumsOf, renderChecksums } from "../../../src/evidence/checksums.js";
import type { FireDrillOutcome } from "../../../src/fire-drill/fire-drill.js";
import { BreakingSyncer } from "../../support/breaking-syncer.js";
import { fireDrill } from "../../support/fire-drill-run.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { verifyEvidence } from "../../support/verify-evidence.js";

/** Evidence of which one file was changed, with checksums that fit it again. */
function withChanged(
  { evidenceDir, files }: FireDrillOutcome,
  name: string,
  change: (text: string) => string,
) {
  const texts = new Map([...files, [name, change(files.get(name) ?? "")]]);
  fs.writeFileSync(join(evidenceDir, name), texts.get(name) ?? "");
  fs.writeFileSync(join(evidenceDir, "sha256sums.txt"), renderChecksums(checksumsOf(texts)));
  return verifyEvidence(fs, evidenceDir).damage.map(
    ({ kind, ...rest }) => `${kind} ${rest.name}: ${rest.what}`,
  );
}

describe("evidence whose files contradict each other, with checksums that fit,", () => {
  it.each([
    {
      name: "a summary that counts other checks",
      file: "summary.txt",
      change: (text: string) => text.replace("34 passed", "99 passed"),
      says: [
        "first line and its results line",
        "it says 99 passed, 0 failed, 0 skipped, and results.json another",
      ],
    },
    {
      name: "a summary of another verdict",
      file: "summary.txt",
      change: (text: string) => text.replace("drill: passed", "drill: failed"),
      says: ["it says failed, and results.json passed"],
    },
    {
      name: "a summary with another reference",
      file: "summary.txt",
      change: (text: string) => text.replace(" summary=", " commit=1 summary="),
      says: ["its EVIDENCE_REF is not that of results.json"],
    },
    {
      name: "a summary that counts another drill's checks",
      file: "summary.txt",
      change: (text: string) => text.replace("7 of 7", "9 of 9"),
      says: ["drill A: it says 9 of 9, the log 7 of 7"],
    },
    {
      name: "results with other totals",
      file: "results.json",
      change: (text: string) => text.replace('"passed":34', '"passed":35'),
      says: ["its total of passed checks is not that of its checks"],
    },
    {
      name: "results that name a file more",
      file: "results.json",
      change: (text: string) => text.replace('"drill_a_log.txt"', '"drill_a_log.txt","drill_z_log.txt"'),
      says: ["it names drill_z_log.txt, which is not there"],
    },
    {
      name: "results with another marker",
      file: "results.json",
      change: (text: string) => text.replace("drill_a_PROVEN: clean sync", "drill_a_PROVEN: all"),
      says: ["results.json has another PROVEN marker"],
    },
    {
      name: "a report for CI systems with other counts",
      file: "junit.xml",
      change: (text: string) => text.replace('failures="0"', 'failures="1"'),
      says: ["its counts are not those of results.json"],
    },
  ])("is refused for $name", async ({ file, change, says }) => {
    const damage = withChanged(await fireDrill(temporaryDirectory()), file, change);
    expect(damage).toHaveLength(says.length);
    for (const [index, what] of says.entries()) expect(damage[index]).toContain(what);
  });

  it("is refused where a failed run's results are made to say passed", async () => {
    const failed = await fireDrill(temporaryDirectory(), { syncer: new BreakingSyncer("metrics", 2) });
    expect(verifyEvidence(fs, failed.evidenceDir).damage).toEqual([]);
    const damage = withChanged(failed, "results.json", (text) => {
      const results = JSON.parse(text);
      const checks: { status: string }[] = results.drills.flatMap(
        (drill: { checks: unknown }) => drill.checks,
      );
      for (const check of checks) check.status = "passed";
      results.totals = { passed: checks.length, failed: 0, skipped: 0 };
      results.result = "passed";
      results.broke_off = null;
      return JSON.stringify(results);
    });
    expect(damage).toContainEqual(expect.stringContaining("its checks are not those of results.json"));
    expect(damage).toContainEqual(expect.stringContaining("it says failed, and results.json passed"));
  });
});

describe("evidence of a run in which the syncer broke off", () => {
  it("contradicts itself nowhere", async () => {
    const { evidenceDir } = await fireDrill(temporaryDirectory(), { syncer: new BreakingSyncer("sync", 2) });
    expect(verifyEvidence(fs, evidenceDir).damage).toEqual([]);
  });
});
