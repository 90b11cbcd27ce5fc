import * as fs from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writtenEvidence } from "../../support/evidence-directory.js";
import { fireDrill } from "../../support/fire-drill-run.js";
import { flipInZip, type Outcome, tamperThenZip, tamperWithDirectory } from "../../support/tampering.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { verifyEvidence } from "../../support/verify-evidence.js";

// The long version is a row of `npm run trust`.
const SEED = Date.now() % 2 ** 31;

function notNamed(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ isNamed }) => !isNamed);
}

describe(`a single change, at random (seed ${SEED})`, () => {
  it("of a drill's evidence is refused and named", async () => {
    const scratch = temporaryDirectory();
    const { evidenceDir } = await fireDrill(join(scratch, "artifacts"));
    const outcomes = await tamperWithDirectory(evidenceDir, scratch, { seed: SEED, count: 100 });
    expect(outcomes).toHaveLength(100);
    expect(notNamed(outcomes)).toEqual([]);
  });

  it("of evidence in a zip is refused and named", async () => {
    const scratch = temporaryDirectory();
    const outcomes = await tamperThenZip(await writtenEvidence(), scratch, { seed: SEED, count: 60 });
    expect(outcomes).toHaveLength(60);
    expect(notNamed(outcomes)).toEqual([]);
  });

  it("of a byte of the zip never verifies with other content", async () => {
    const outcomes = await flipInZip(await writtenEvidence(), temporaryDirectory(), {
      seed: SEED,
      count: 150,
    });
    expect(outcomes.some(({ isRefused }) => isRefused)).toBe(true);
    expect(outcomes.filter(({ isSame }) => !isSame)).toEqual([]);
  });

  it("of any evidence is refused and named, and nothing where there is none", async () => {
    const name = fc.stringMatching(/^(drill_)?[a-z][a-z0-9._-]{0,11}$/);
    const files = fc
      .dictionary(name, fc.string({ unit: "binary", maxLength: 40 }), {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      })
      .map((others) => ({ ...others, "summary.txt": "passed\n" }));
    const scratch = temporaryDirectory();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), async (content, seed) => {
        const directory = await writtenEvidence(content, join(scratch, `${run++}`));
        expect(verifyEvidence(fs, directory).damage).toEqual([]);
        expect(notNamed(await tamperWithDirectory(directory, scratch, { seed, count: 15 }))).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});
