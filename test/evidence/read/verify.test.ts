import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprintOf, parseChecksums } from "../../../src/evidence/checksums.js";
import { writtenEvidence } from "../../support/evidence-directory.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";
import { verifyEvidence } from "../../support/verify-evidence.js";
import { failingFileSystem, systemError, watchedFileSystem } from "../../support/watched-file-system.js";

const SUMS = "sha256sums.txt";

describe("verifyEvidence of a whole directory", () => {
  it("finds no damage, counts the files and gives the fingerprint", async () => {
    const directory = await writtenEvidence();
    const { checksums } = parseChecksums(fs.readFileSync(join(directory, SUMS), "utf8"));
    expect(verifyEvidence(fs, directory)).toEqual({
      damage: [],
      intact: 4,
      fingerprint: fingerprintOf(checksums),
    });
  });

  it("gives no fingerprint where no drill was run", async () => {
    const directory = await writtenEvidence({ "positions.json": "[]\n" });
    expect(verifyEvidence(fs, directory)).toEqual({ damage: [], intact: 1, fingerprint: null });
  });
});

describe("verifyEvidence of a damaged directory", () => {
  it("says of each damage what it is", async () => {
    const directory = await writtenEvidence();
    fs.appendFileSync(join(directory, "drill_a_log.txt"), "!");
    fs.rmSync(join(directory, "drill_a_metrics.txt"));
    fs.rmSync(join(directory, "summary.txt"));
    fs.mkdirSync(join(directory, "summary.txt"));
    fs.writeFileSync(join(directory, "z"), "");
    fs.appendFileSync(join(directory, SUMS), "z\n");
    expect(verifyEvidence(fs, directory).damage).toEqual([
      { kind: "malformed", name: SUMS, what: "line 5 is not a checksum line" },
      { kind: "changed", name: "drill_a_log.txt", what: `its content is not what ${SUMS} says` },
      { kind: "missing", name: "drill_a_metrics.txt", what: `${SUMS} lists it, but it is not there` },
      { kind: "not_a_file", name: "summary.txt", what: "it is a link, a directory or a device, not a file" },
      { kind: "added", name: "z", what: `${SUMS} does not list it` },
    ]);
  });

  it("counts as intact only what is as its checksum says", async () => {
    const directory = await writtenEvidence();
    fs.rmSync(join(directory, "summary.txt"));
    fs.appendFileSync(join(directory, "drill_a_log.txt"), "!");
    expect(verifyEvidence(fs, directory).intact).toBe(2);
  });

  it.each([
    { name: "an evidence file", file: "summary.txt", intact: 3 },
    { name: "the checksum file", file: SUMS, intact: 0 },
  ])("reports $name that cannot be read, in one line", async ({ file, intact }) => {
    const directory = await writtenEvidence();
    const unable = watchedFileSystem((call) => {
      if (call.operation === "readFileSync" && call.path.endsWith(file)) throw systemError("EIO\n", call);
    });
    const verification = verifyEvidence(unable, directory);
    expect(verification.intact).toBe(intact);
    expect(verification.damage[0]).toMatchObject({
      kind: "unreadable",
      name: file,
      what: expect.stringContaining("EIO\\u{a}: injected"),
    });
  });
});

describe("verifyEvidence of what is no evidence", () => {
  const cases: readonly { name: string; make: (path: string) => void; what: string }[] = [
    {
      name: "a file",
      make: (path) => fs.writeFileSync(path, ""),
      what: "this is not a directory; give an evidence directory",
    },
    { name: "nothing at all", make: () => {}, what: "no such directory; give an evidence directory" },
    {
      name: "a directory that holds neither checksums nor a summary",
      make: (path) => {
        fs.mkdirSync(path);
        fs.writeFileSync(join(path, "drill_a_log.txt"), "");
      },
      what: "no evidence here (neither sha256sums.txt nor summary.txt); give a directory that the drill printed",
    },
  ];

  it.each(cases)("refuses $name, in one line", async ({ make, what }) => {
    const parent = temporaryDirectory();
    const path = join(parent, "new\nline");
    make(path);
    const error = await thrownBy(() => verifyEvidence(fs, path));
    expect(error).toMatchObject({ name: "DrillError", code: "bad_input" });
    expect(error).toMatchObject({ message: `${join(parent, "new\\u{a}line")}: ${what}` });
  });

  it.each([
    { code: "EACCES", what: "this directory may not be read" },
    { code: "EIO", what: "it cannot be read: EIO: injected, readdirSync '.*'" },
  ])("refuses a directory that answers $code", async ({ code, what }) => {
    const directory = await writtenEvidence();
    const faulty = failingFileSystem({ operation: "readdirSync", nth: 1, code });
    const error = await thrownBy(() => verifyEvidence(faulty, directory));
    expect(error).toMatchObject({ code: "bad_input", cause: { code } });
    expect(error).toMatchObject({
      message: expect.stringMatching(new RegExp(`^[^:]*: ${what}; give an evidence directory$`)),
    });
  });

  it("takes a summary alone for evidence whose checksums are missing", async () => {
    const directory = temporaryDirectory();
    fs.writeFileSync(join(directory, "summary.txt"), "");
    const found = verifyEvidence(fs, directory).damage.map(({ kind, name }) => `${kind} ${name}`);
    expect(found).toEqual(["missing sha256sums.txt", "added summary.txt"]);
  });
});
