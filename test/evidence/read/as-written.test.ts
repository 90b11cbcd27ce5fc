import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checksumsOf } from "../../../src/evidence/checksums.js";
import { heldSource, whyNotAsWritten } from "../../../src/evidence/read/as-written.js";
import { verifySource } from "../../../src/evidence/read/verify.js";
import { writtenEvidence } from "../../support/evidence-directory.js";
import { fireDrill } from "../../support/fire-drill-run.js";
import { forge } from "../../support/forged-evidence.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";
import { verifyEvidence } from "../../support/verify-evidence.js";

describe("evidence, held against what the run holds of it,", () => {
  it("is as it was written", async () => {
    const outcome = await fireDrill(temporaryDirectory());
    expect(whyNotAsWritten(fs, outcome)).toBeNull();
    expect(verifySource(heldSource(outcome))).toEqual(verifyEvidence(fs, outcome.evidenceDir));
  });

  it.each([
    {
      name: "a byte more",
      change: (at: string) => fs.appendFileSync(join(at, "junit.xml"), " "),
      says: /^junit\.xml: its content/,
    },
    {
      name: "a file more",
      change: (at: string) => fs.writeFileSync(join(at, "z"), ""),
      says: /^z: .*not list it/,
    },
    {
      name: "other files with checksums that fit",
      change: forge,
      says: /^sha256sums\.txt: it is not what this run/,
    },
  ])("is no longer so with $name", async ({ change, says }) => {
    const outcome = await fireDrill(temporaryDirectory());
    change(outcome.evidenceDir);
    expect(whyNotAsWritten(fs, outcome)).toMatch(says);
  });

  it("is gone where it is gone", async () => {
    const outcome = await fireDrill(temporaryDirectory());
    fs.rmSync(outcome.evidenceDir, { recursive: true });
    expect(await thrownBy(() => whyNotAsWritten(fs, outcome))).toMatchObject({ code: "bad_input" });
  });

  it("is as it was written whatever it says", async () => {
    const files = { "drill_a_log.txt": "x\n", "summary.txt": `fingerprint: ${"0".repeat(64)}\n` };
    const evidenceDir = await writtenEvidence(files);
    expect(verifyEvidence(fs, evidenceDir).damage).toHaveLength(1);
    const held = { evidenceDir, files: new Map(Object.entries(files)) };
    expect(whyNotAsWritten(fs, { ...held, checksums: checksumsOf(held.files) })).toBeNull();
  });
});
