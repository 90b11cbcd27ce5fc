import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { saidFingerprints } from "../../../src/evidence/read/said-fingerprints.js";
import { fireDrill } from "../../support/fire-drill-run.js";
import { temporaryDirectory } from "../../support/temp-directory.js";

const A = "a".repeat(64);
const B = "b".repeat(64);

describe("saidFingerprints", () => {
  it("finds in a drill's summary and results its own, in each place where it stands", async () => {
    const { evidenceDir, fingerprint } = await fireDrill(join(temporaryDirectory(), " fingerprint=none"));
    const said = (name: string) => saidFingerprints(name, fs.readFileSync(join(evidenceDir, name)));
    expect(said("summary.txt")).toEqual([fingerprint, fingerprint]);
    expect(said("results.json")).toEqual([fingerprint, fingerprint]);
  });

  it.each([
    { name: "the line", file: "summary.txt", text: `x\nfingerprint: ${A}\n`, said: [A] },
    { name: "each line", file: "summary.txt", text: `fingerprint: ${A}\nfingerprint: ${B}\n`, said: [A, B] },
    {
      name: "a reference",
      file: "summary.txt",
      text: `EVIDENCE_REF mode=x fingerprint=${A} commit=1\n`,
      said: [A],
    },
    {
      name: "what is in double quotes as no pair",
      file: "summary.txt",
      text: `EVIDENCE_REF evidence_dir="\\" fingerprint=${A} " fingerprint=${B}\n`,
      said: [B],
    },
    { name: "other lines as none", file: "summary.txt", text: `syncer: fingerprint: ${A}\n`, said: [] },
    { name: "results", file: "results.json", text: `{"fingerprint":"${A}"}`, said: [A] },
    {
      name: "the reference in results",
      file: "results.json",
      text: `{"evidence_ref":"EVIDENCE_REF fingerprint=${B}","fingerprint":1}`,
      said: [B],
    },
    { name: "a list as none", file: "results.json", text: "[]", said: [] },
    { name: "what is no JSON as none", file: "results.json", text: "{", said: [] },
    { name: "any other file as none", file: "junit.xml", text: `fingerprint: ${A}\n`, said: [] },
  ])("reads $name", ({ file, text, said }) => {
    expect(saidFingerprints(file, Buffer.from(text))).toEqual(said);
  });
});
