import { appendFileSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { zipOfDirectory } from "../support/artifacts/zip-of-directory.js";
import { writeZip } from "../support/artifacts/zip-writer.js";
import { EVIDENCE_FILES, writtenEvidence } from "../support/evidence-directory.js";
import { NOW_NAME, runHere } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";

describe("verify", () => {
  it("says how many files are intact, and the fingerprint, with exit code 0", async () => {
    const directory = await writtenEvidence();
    const { exitCode, stdout, stderr } = await runHere(["verify", directory]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^verified: \S+: 4 files, .+\nfingerprint: [0-9a-f]{64}\n$/);
    expect(stdout).toContain(directory);
  });

  it("has no fingerprint to show of evidence without a drill", async () => {
    const directory = await writtenEvidence({ "summary.txt": "mismatches: 0\n" });
    const { exitCode, stdout } = await runHere(["verify", directory]);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain("fingerprint");
  });

  it("reports every damage, one line each and the verdict under them, with exit code 1", async () => {
    const directory = await writtenEvidence();
    appendFileSync(join(directory, "drill_a_log.txt"), "x");
    rmSync(join(directory, "summary.txt"));
    writeFileSync(join(directory, "z\n::error::\x1b[2J"), "");
    const { exitCode, stdout, stderr } = await runHere(["verify", directory]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    const [changed, missing, added, verdict, ...rest] = stdout.split("\n");
    expect(changed).toMatch(/^ {2}CHANGED: drill_a_log\.txt: .+/);
    expect(missing).toMatch(/^ {2}MISSING: summary\.txt: .+/);
    expect(added).toMatch(/^ {2}ADDED: z\\u\{a\}::error::\\u\{1b\}\[2J: .+/);
    expect(verdict).toMatch(/^damaged: .*\b3 /);
    expect(rest).toHaveLength(2);
  });

  it("reports real evidence whose checksums were removed as damaged, with exit code 1", async () => {
    const artifactDir = temporaryDirectory();
    const directory = join(artifactDir, "account_sync_fire_drill", NOW_NAME);
    await runHere(["--artifact-dir", artifactDir]);
    rmSync(join(directory, "sha256sums.txt"));
    const { exitCode, stdout, stderr } = await runHere(["verify", directory]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toMatch(/^ {2}MISSING: sha256sums\.txt: /);
    expect(stdout).toMatch(/^ {2}ADDED: summary\.txt: /m);
  });

  it("--json: one document on stdout, the text on stderr", async () => {
    const directory = await writtenEvidence();
    rmSync(join(directory, "summary.txt"));
    const plain = await runHere(["verify", directory]);
    const json = await runHere(["verify", directory, "--json"]);
    expect(json).toMatchObject({ exitCode: 1, stderr: plain.stdout });
    expect(json.stdout).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(json.stdout)).toEqual({
      result: "damaged",
      evidence_dir: directory,
      intact: Object.keys(EVIDENCE_FILES).length - 1,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      damage: [{ kind: "missing", name: "summary.txt", what: expect.any(String) }],
    });
  });

  it("--json: says verified and no damage of intact evidence", async () => {
    const { exitCode, stdout } = await runHere(["verify", "--json", await writtenEvidence()]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: "verified", damage: [] });
  });

  it("takes the zip of an artifact, and says the same of it as of the directory", async () => {
    const directory = await writtenEvidence();
    const zip = join(temporaryDirectory(), "artifact.zip");
    writeFileSync(zip, zipOfDirectory(directory));
    const [ofDirectory, ofZip] = [await runHere(["verify", directory]), await runHere(["verify", zip])];
    expect(ofZip).toEqual({ ...ofDirectory, stdout: ofDirectory.stdout.replace(directory, zip) });
    expect(ofZip.exitCode).toBe(0);
  });

  it("reports the damage of a zip in the same words as that of its directory, with exit code 1", async () => {
    const directory = await writtenEvidence();
    appendFileSync(join(directory, "drill_a_log.txt"), "x");
    rmSync(join(directory, "summary.txt"));
    symlinkSync("drill_a_log.txt", join(directory, "summary.txt"));
    mkdirSync(join(directory, "more"));
    const zip = join(temporaryDirectory(), "artifact.zip");
    writeFileSync(zip, zipOfDirectory(directory));
    const [ofDirectory, ofZip] = [
      await runHere(["verify", "--json", directory]),
      await runHere(["verify", "--json", zip]),
    ];
    expect(ofZip.exitCode).toBe(1);
    expect(ofZip.stderr).toBe(ofDirectory.stderr.replace(directory, zip));
    expect(JSON.parse(ofZip.stdout)).toEqual({ ...JSON.parse(ofDirectory.stdout), evidence_dir: zip });
  });

  it("reports evidence that gives itself another fingerprint, with exit code 1", async () => {
    const said = "0".repeat(64);
    const directory = await writtenEvidence({ ...EVIDENCE_FILES, "summary.txt": `fingerprint: ${said}\n` });
    const { exitCode, stdout } = await runHere(["verify", directory]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      new RegExp(
        `^ {2}DISAGREES: summary.txt: it says fingerprint ${said}, but the files give ([0-9a-f]{64})\n`,
      ),
    );
  });

  it.each([
    { name: "a directory that is not there", make: (at: string) => join(at, "nowhere") },
    {
      name: "a file",
      make: (at: string) => {
        writeFileSync(join(at, "file"), "");
        return join(at, "file");
      },
    },
    {
      name: "a zip of something else",
      make: (at: string) => {
        writeFileSync(join(at, "file.zip"), writeZip([{ name: "index.html", content: "" }]));
        return join(at, "file.zip");
      },
    },
    {
      name: "half a zip",
      make: (at: string) => {
        writeFileSync(join(at, "half.zip"), writeZip([{ name: "summary.txt", content: "" }]).subarray(0, 60));
        return join(at, "half.zip");
      },
    },
    {
      name: "a file that is larger than evidence can be",
      make: (at: string) => {
        writeFileSync(join(at, "large.zip"), "");
        truncateSync(join(at, "large.zip"), 64 * 1024 * 1024 + 1);
        return join(at, "large.zip");
      },
    },
    { name: "a directory that is empty", make: (at: string) => at },
    {
      name: "a directory that holds no evidence",
      make: (at: string) => {
        writeFileSync(join(at, "index.html"), "");
        return at;
      },
    },
  ])("refuses $name with exit code 2 and one line that names it", async ({ make }) => {
    const directory = make(temporaryDirectory());
    const { exitCode, stdout, stderr } = await runHere(["verify", directory]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^account-sync-drill: \P{Cc}+\n$/u);
    expect(stderr).toContain(directory);
  });
});
