import * as fs from "node:fs";
import { describe, expect, it } from "vitest";
import { predicateOfEvidence } from "../../src/attest/predicate-of-evidence.js";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrilledSyncer } from "../../src/drill/drilled-syncer.js";
import { DrillError } from "../../src/errors.js";
import { directorySource } from "../../src/evidence/read/evidence-source.js";
import { seedOfCommit, wantedLife } from "../../src/fire-drill/wanted-life.js";
import { LIFE_LABELS } from "../../src/life/life-checks.js";
import { ADVISED } from "../../src/syncer/settling.js";
import { textsIn } from "../support/file-tree.js";
import { fireDrill, PREFIX } from "../support/fire-drill-run.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const LIFE = { seed: 12, days: 1, syncsADay: 300 };

const bundled = () => new BundledSyncer("1.2.3", PREFIX, ADVISED);

/** The bundled syncer, which stops answering after so many syncs. */
function breakingAfter(most: number): DrilledSyncer {
  const sound = bundled();
  let syncs = 0;
  return {
    identity: sound.identity,
    settle: sound.settle,
    takes: sound.takes,
    reset: (now, lastTs) => sound.reset(now, lastTs),
    metrics: (now) => sound.metrics(now),
    sync: async (request) => {
      syncs += 1;
      if (syncs > most) throw new DrillError("syncer_broke_off", "it is gone");
      return sound.sync(request);
    },
  };
}

describe("a fire drill with days of trading", () => {
  it("carries the seed wherever it says what was run", async () => {
    const { evidenceDir, evidenceRef, report } = await fireDrill(temporaryDirectory(), {
      syncer: bundled(),
      drills: [],
      life: LIFE,
      commit: "c".repeat(40),
    });
    const texts = textsIn(evidenceDir);
    expect(report.drills.map(({ id }) => id)).toEqual(["life", "guard"]);
    expect(evidenceRef).toMatch(/ fingerprint=[0-9a-f]{64} seed=12 commit=c{40}$/);
    expect(texts["summary.txt"]).toMatch(/^seed: 12$/m);
    expect(JSON.parse(texts["results.json"] ?? "")).toMatchObject({ seed: 12, result: "passed" });
    expect(texts["drill_life_log.txt"]).toContain("drill_life_PROVEN: ");
    expect(verifyEvidence(fs, evidenceDir).damage).toEqual([]);
    const predicate = predicateOfEvidence(directorySource(fs, evidenceDir), null);
    expect(predicate).toMatchObject({ kind: "predicate", text: expect.stringContaining('"seed":12') });
  });

  it("says nothing of a seed where there were none", async () => {
    const { evidenceDir, evidenceRef } = await fireDrill(temporaryDirectory());
    expect(`${evidenceRef}${JSON.stringify(textsIn(evidenceDir))}`).not.toContain("seed");
  });

  it("tells a syncer that breaks off as anywhere, with the day and the sync", async () => {
    const { report, evidenceDir } = await fireDrill(temporaryDirectory(), {
      syncer: breakingAfter(17),
      drills: [],
      life: LIFE,
    });
    const [life] = report.drills;
    expect(report.brokeOff).toBe("seed 12, day 0, sync 18: it is gone");
    expect(life?.checks.map(({ label, status }) => `${status} ${label}`)).toEqual(
      LIFE_LABELS.map((label) => `failed ${label}`),
    );
    expect(verifyEvidence(fs, evidenceDir).damage).toEqual([]);
  });
});

describe("the days of trading", () => {
  it.each([
    { suite: "runbook", expected: null },
    { suite: "full", expected: null },
    { suite: "life", expected: { seed: 1, days: 5, syncsADay: 1_000 } },
  ] as const)("of the suite $suite are $expected", ({ suite, expected }) => {
    expect(wantedLife(suite, {})).toEqual(expected);
  });

  it.each([
    ["a head commit", `00c0ffee${"0".repeat(32)}`, 0xc0ffee],
    ["no commit", "", 1],
    ["one that is not known", "unknown", 1],
  ])("take their seed from %s", (_, sha, seed) => {
    expect(seedOfCommit(sha)).toBe(seed);
  });
});
