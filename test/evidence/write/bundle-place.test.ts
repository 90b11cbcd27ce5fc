import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EvidenceBundle } from "../../../src/evidence/write/bundle.js";
import { namesIn } from "../../support/file-tree.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";

const KIND = "account_sync";

function open(artifactDir: string): EvidenceBundle {
  return EvidenceBundle.open(fs, { artifactDir, kind: KIND }, 0);
}

describe("a place that cannot take evidence", () => {
  it("is refused in one line that says what to do: a file in place of the artifact directory", async () => {
    const file = join(temporaryDirectory(), "new\nline");
    fs.writeFileSync(file, "mine");
    const error = await thrownBy(() => open(file));
    expect(error).toMatchObject({ name: "DrillError", code: "evidence_not_written" });
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /^evidence could not be written to .*new\\u\{a\}line: .*--artifact-dir$/,
      ),
    });
    expect(fs.readFileSync(file, "utf8")).toBe("mine");
  });

  it("is refused: a file in place of the directory of the kind", async () => {
    const artifactDir = temporaryDirectory();
    fs.writeFileSync(join(artifactDir, KIND), "mine");
    expect(await thrownBy(() => open(artifactDir))).toMatchObject({ code: "evidence_not_written" });
    expect(fs.readFileSync(join(artifactDir, KIND), "utf8")).toBe("mine");
  });

  it("is refused: a start time that is no time", async () => {
    const place = { artifactDir: temporaryDirectory(), kind: KIND };
    const error = await thrownBy(() => EvidenceBundle.open(fs, place, Number.NaN));
    expect(error).toMatchObject({ code: "evidence_not_written" });
  });

  it("refuses a file name given twice, and nothing is left behind", async () => {
    const artifactDir = temporaryDirectory();
    const bundle = open(artifactDir);
    bundle.add("a.txt", "a");
    expect(await thrownBy(() => bundle.add("a.txt", "b"))).toMatchObject({ code: "evidence_not_written" });
    expect(namesIn(join(artifactDir, KIND))).toEqual([]);
  });
});
