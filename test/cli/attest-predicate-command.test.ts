import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { checkCount, drillsOf } from "../../src/drills/suites.js";
import { checksumsOf, renderChecksums, sha256 } from "../../src/evidence/checksums.js";
import { SketchSyncer } from "../../src/self-test/sketch-syncer.js";
import { blindTo } from "../../src/self-test/spoil-findings.js";
import { zipOfDirectory } from "../support/artifacts/zip-of-directory.js";
import { writtenEvidence } from "../support/evidence-directory.js";
import { namesIn, textsIn } from "../support/file-tree.js";
import { fireDrill, PREFIX } from "../support/fire-drill-run.js";
import { runHere } from "../support/run-cli.js";
import { CHECKS } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { TEST_RESULT_SCHEMA } from "../support/test-result-schema.js";

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isPublished = ajv.compile(TEST_RESULT_SCHEMA);

/** Writes an evidence file anew, and the checksums so that they fit. */
function rewrite(directory: string, name: string, text: string): void {
  writeFileSync(join(directory, name), text);
  const { "sha256sums.txt": _, ...files } = textsIn(directory);
  writeFileSync(
    join(directory, "sha256sums.txt"),
    renderChecksums(checksumsOf(new Map(Object.entries(files)))),
  );
}

describe("attest-predicate", () => {
  it.each([
    { name: "a drill that passed", different: {}, result: "PASSED", checks: CHECKS },
    {
      name: "a drill that failed",
      different: { syncer: new SketchSyncer({ find: blindTo("orphan_order") }) },
      result: "FAILED",
      checks: CHECKS,
    },
    {
      name: "the full suite",
      different: { drills: drillsOf("full", PREFIX) },
      result: "PASSED",
      checks: checkCount("full"),
    },
  ])("prints the predicate of $name as one canonical line", async ({ different, result, checks }) => {
    const { evidenceDir, fingerprint } = await fireDrill(temporaryDirectory(), different);
    const before = namesIn(evidenceDir);
    const { exitCode, stdout, stderr } = await runHere(["attest-predicate", evidenceDir]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^\{"configuration":[ -~]+\}\n$/);
    const predicate = JSON.parse(stdout);
    expect(isPublished(predicate) ? [] : isPublished.errors).toEqual([]);
    const names = [...predicate.passedTests, ...predicate.warnedTests, ...predicate.failedTests];
    expect(names).toHaveLength(checks);
    expect(predicate.result).toBe(result);
    expect(predicate.configuration.at(-1)).toEqual({
      name: "sha256sums.txt",
      digest: { sha256: sha256(readFileSync(join(evidenceDir, "sha256sums.txt"))) },
      annotations: { fingerprint },
    });
    expect(namesIn(evidenceDir)).toEqual(before);
  });

  it("says the same of the zip of an artifact as of its directory", async () => {
    const { evidenceDir } = await fireDrill(temporaryDirectory());
    const zip = join(temporaryDirectory(), "artifact.zip");
    writeFileSync(zip, zipOfDirectory(evidenceDir));
    const ofDirectory = await runHere(["attest-predicate", evidenceDir]);
    expect(await runHere(["attest-predicate", zip])).toEqual(ofDirectory);
  });

  it("names the page of the run that it is told", async () => {
    const { evidenceDir } = await fireDrill(temporaryDirectory());
    const url = "https://github.com/octo/bot/actions/runs/42";
    const { stdout } = await runHere(["attest-predicate", evidenceDir, "--url", url]);
    expect(JSON.parse(stdout).url).toBe(url);
  });

  it("refuses damaged evidence with exit code 1 and what verify says, and prints nothing to sign", async () => {
    const { evidenceDir } = await fireDrill(temporaryDirectory());
    appendFileSync(join(evidenceDir, "drill_a_log.txt"), "x");
    const verified = await runHere(["verify", evidenceDir]);
    const { exitCode, stdout, stderr } = await runHere(["attest-predicate", evidenceDir]);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 1, stdout: "", stderr: verified.stdout });
  });

  it("refuses results.json with a fingerprint of another run as verify does, though the checksums fit", async () => {
    const { evidenceDir, files } = await fireDrill(temporaryDirectory());
    const results = files.get("results.json") ?? "";
    rewrite(evidenceDir, "results.json", results.replace(/"fingerprint":"[0-9a-f]/, '"fingerprint":"x'));
    const { exitCode, stdout, stderr } = await runHere(["attest-predicate", evidenceDir]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(/^ {2}DISAGREES: results\.json: /);
  });

  it.each([
    {
      name: "a drill taken out",
      change: (text: string) => text.replace(/"drills":\[\{.*?\},\{"caught"/, '"drills":[{"caught"'),
      says: /DISAGREES: results\.json: its total of passed checks is not that of its checks/,
    },
    {
      name: "another verdict",
      change: (text: string) => text.replace('"result":"passed"', '"result":"failed"'),
      says: /DISAGREES: results\.json: its result is not passed, as its checks say/,
    },
  ])("takes results.json with $name for damage", async ({ change, says }) => {
    const { evidenceDir, files } = await fireDrill(temporaryDirectory());
    rewrite(evidenceDir, "results.json", change(files.get("results.json") ?? ""));
    const { exitCode, stdout, stderr } = await runHere(["attest-predicate", evidenceDir]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(says);
  });

  it.each([
    {
      name: "no fingerprint",
      change: (text: string) => text.replace(/"fingerprint":"[0-9a-f]+",/, ""),
      says: /results\.json: fingerprint: expected text that is not empty, got nothing/,
    },
    { name: "half of it", change: (text: string) => text.slice(0, 100), says: /results\.json: \P{Cc}+\n$/u },
  ])("refuses results.json with $name, though the checksums fit", async ({ change, says }) => {
    const { evidenceDir, files } = await fireDrill(temporaryDirectory());
    rewrite(evidenceDir, "results.json", change(files.get("results.json") ?? ""));
    expect((await runHere(["verify", evidenceDir])).exitCode).toBe(0);
    const { exitCode, stdout, stderr } = await runHere(["attest-predicate", evidenceDir]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^account-sync-drill: \P{Cc}+\n$/u);
    expect(stderr).toMatch(says);
  });

  it("refuses evidence that is not a fire drill's", async () => {
    const directory = await writtenEvidence({ "summary.txt": "mismatches: 0\n" });
    const { exitCode, stderr } = await runHere(["attest-predicate", directory]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/: no results\.json here; only the evidence of a fire drill can be attested\n$/);
  });

  it.each([
    { name: "no directory", args: [], says: "attest-predicate: which evidence directory?" },
    { name: "an empty one", args: [""], says: "attest-predicate: which evidence directory?" },
    { name: "an address that is none", args: ["x", "--url", "run 42"], says: '--url: .* got "run 42"' },
    { name: "a script for an address", args: ["x", "--url", "javascript:alert(1)"], says: "--url: " },
    { name: "a directory that is not there", args: ["nowhere"], says: "nowhere: no such directory" },
  ])("refuses $name with exit code 2", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runHere(["attest-predicate", ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^account-sync-drill: .*${says}`));
  });

  it("takes evidence that was removed for no evidence", async () => {
    const { evidenceDir } = await fireDrill(temporaryDirectory());
    rmSync(evidenceDir, { recursive: true });
    expect((await runHere(["attest-predicate", evidenceDir])).exitCode).toBe(2);
  });
});
