import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openEvidence } from "../../../src/evidence/read/open-evidence.js";
import { zipOfDirectory } from "../../support/artifacts/zip-of-directory.js";
import { writtenEvidence } from "../../support/evidence-directory.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";
import { failingFileSystem } from "../../support/watched-file-system.js";

async function writtenZip(): Promise<string> {
  const path = join(temporaryDirectory(), "artifact.zip");
  fs.writeFileSync(path, zipOfDirectory(await writtenEvidence()));
  return path;
}

describe("openEvidence", () => {
  it("lists and reads the same in a zip as in its directory", async () => {
    const directory = await writtenEvidence();
    const path = join(temporaryDirectory(), "any name at all");
    fs.writeFileSync(path, zipOfDirectory(directory));
    const [one, two] = [await openEvidence(fs, directory), await openEvidence(fs, path)];
    expect(new Map([...two.entries].sort())).toEqual(new Map([...one.entries].sort()));
    for (const name of one.entries.keys()) expect(Buffer.from(two.read(name))).toEqual(one.read(name));
  });

  it("follows a link to the evidence itself", async () => {
    const directory = temporaryDirectory();
    fs.symlinkSync(await writtenZip(), join(directory, "zip"));
    fs.symlinkSync(await writtenEvidence(), join(directory, "directory"));
    for (const name of ["zip", "directory"])
      expect((await openEvidence(fs, join(directory, name))).entries.size).toBe(5);
  });

  it.each([
    { name: "a zip that may not be read", operation: "readFileSync" },
    { name: "a zip that is gone meanwhile", operation: "statSync", nth: 2 },
  ])("refuses $name, in one line", async ({ operation, nth = 1 }) => {
    const path = await writtenZip();
    const faulty = failingFileSystem({ operation, nth, code: "EACCES" });
    expect(await thrownBy(() => openEvidence(faulty, path))).toMatchObject({
      code: "bad_input",
      cause: { code: "EACCES" },
      message: expect.stringMatching(/^\S+artifact\.zip: it cannot be read: EACCES\P{Cc}+; give \P{Cc}+$/u),
    });
  });

  it("leaves what is neither a file nor a directory alone", async () => {
    expect(await thrownBy(() => openEvidence(fs, "/dev/null"))).toMatchObject({
      code: "bad_input",
      message: "/dev/null: this is not a directory; give an evidence directory",
    });
  });
});
