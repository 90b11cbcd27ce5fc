import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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

  it.each([
    { name: "a directory that is not there", make: (at: string) => join(at, "nowhere") },
    {
      name: "a file",
      make: (at: string) => {
        writeFileSync(join(at, "file"), "");
        return join(at, "file");
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
