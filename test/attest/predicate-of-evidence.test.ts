import * as fs from "node:fs";
import { describe, expect, it } from "vitest";
import { predicateOfEvidence } from "../../src/attest/predicate-of-evidence.js";
import { directorySource } from "../../src/evidence/read/evidence-source.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { temporaryDirectory } from "../support/temp-directory.js";

describe("the predicate of evidence", () => {
  it("is made of what was verified, also where each file is changed as soon as it was read", async () => {
    const { evidenceDir } = await fireDrill(temporaryDirectory());
    const source = directorySource(fs, evidenceDir);
    const changing = {
      ...source,
      read: (name: string) => {
        const content = source.read(name);
        fs.appendFileSync(`${evidenceDir}/${name}`, "x");
        return content;
      },
    };
    const undisturbed = predicateOfEvidence(source, null);
    expect(undisturbed.kind).toBe("predicate");
    expect(predicateOfEvidence(changing, null)).toEqual(undisturbed);
    expect(predicateOfEvidence(source, null).kind).toBe("damaged");
  });
});
