import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { saidFingerprints } from "../../../src/evidence/read/said-fingerprints.js";
import { EVIDENCE_FILES, writtenEvidence } from "../../support/evidence-directory.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { verifyEvidence } from "../../support/verify-evidence.js";

const EVIDENCE_BYTES = 64 * 1024 * 1024;

describe("verifyEvidence of a directory", () => {
  it("compares names as bytes: one that is no UTF-8 is never the one that is shown in its place", async () => {
    const directory = await writtenEvidence({ ...EVIDENCE_FILES, "\ufffd": "listed\n" });
    expect(verifyEvidence(fs, directory).damage).toEqual([]);
    fs.writeFileSync(Buffer.concat([Buffer.from(`${directory}/`), Buffer.from([0xff])]), "added\n");
    expect(verifyEvidence(fs, directory).damage).toEqual([
      { kind: "added", name: "\\u{dcff}", what: "sha256sums.txt does not list it" },
    ]);
  });

  it("tells two names apart that are no UTF-8", async () => {
    const directory = await writtenEvidence();
    for (const byte of [0xfe, 0xff])
      fs.writeFileSync(Buffer.concat([Buffer.from(`${directory}/`), Buffer.from([byte])]), "");
    expect(verifyEvidence(fs, directory).damage.map(({ name }) => name)).toEqual(["\\u{dcfe}", "\\u{dcff}"]);
  });

  it.each([
    { name: "capitals", names: ["Summary.txt", "summary.txt"] },
    { name: "how an accent is written", names: ["re\u0301sume\u0301", "r\u00e9sum\u00e9"] },
  ])("refuses names that are one on some disks: $name", async ({ names }) => {
    const directory = await writtenEvidence(Object.fromEntries(names.map((name) => [name, "x\n"])));
    expect(verifyEvidence(fs, directory).damage).toEqual([
      {
        kind: "malformed",
        name: "sha256sums.txt",
        what: "line 2 names a file like another, but for capitals or how an accent is written",
      },
    ]);
  });

  it("reads no file that is larger than evidence can be", async () => {
    const directory = await writtenEvidence();
    fs.truncateSync(join(directory, "drill_a_log.txt"), EVIDENCE_BYTES + 1);
    expect(verifyEvidence(fs, directory).damage).toEqual([
      {
        kind: "unreadable",
        name: "drill_a_log.txt",
        what: `${EVIDENCE_BYTES + 1} bytes are more than evidence can have`,
      },
    ]);
  });

  it("follows no link, also where a file becomes one after it was listed", async () => {
    const directory = await writtenEvidence();
    const outside = join(temporaryDirectory(), "outside");
    fs.writeFileSync(outside, EVIDENCE_FILES["summary.txt"]);
    const openSync: typeof fs.openSync = (path, ...how) => {
      if (String(path).endsWith("summary.txt")) {
        fs.rmSync(path);
        fs.symlinkSync(outside, String(path));
      }
      return fs.openSync(path, ...how);
    };
    const { damage } = verifyEvidence({ ...fs, openSync }, directory);
    expect(damage).toEqual([
      { kind: "unreadable", name: "summary.txt", what: expect.stringMatching(/^ELOOP/) },
    ]);
  });
});

describe("saidFingerprints of a reference", () => {
  // Quadratic, this would take hours; as a pattern it would not end for want of stack.
  it.each([
    { name: "a quote that is never closed", line: `EVIDENCE_REF x="${'\\"'.repeat(15_000_000)}` },
    { name: "quotes that all open again", line: `EVIDENCE_REF x=${'"\\'.repeat(15_000_000)}` },
    { name: "many that are closed", line: `EVIDENCE_REF x=${'""'.repeat(5_000_000)}` },
  ])("reads $name in one pass", ({ line }) => {
    expect(saidFingerprints("summary.txt", Buffer.from(`${line}\n`))).toEqual([]);
  });
});
