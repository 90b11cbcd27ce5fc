import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { withoutTheMoment } from "../golden/golden.js";
import { namesIn, textsIn } from "../support/file-tree.js";
import { NOW_NAME, runHere } from "../support/run-cli.js";
import { ALL_BUT_ONE } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { failingFileSystem } from "../support/watched-file-system.js";

const KIND = "account_sync_fire_drill";
const SHOWS_UP = async () => ({ kind: "status", lines: ["?? artifacts/summary.txt"] }) as const;
const NO_GIT = async () => ({ kind: "unknown", why: "git is not installed" }) as const;

describe("drill --json", () => {
  it("puts results.json on stdout, byte for byte, and the same text as without it on stderr", async () => {
    const artifactDir = temporaryDirectory();
    const plain = await runHere(["--artifact-dir", artifactDir]);
    const json = await runHere(["--artifact-dir", artifactDir, "--json"]);
    expect(json.stdout).toBe(textsIn(join(artifactDir, KIND, `${NOW_NAME}-2`))["results.json"]);
    expect(withoutTheMoment(json.stderr)).toBe(withoutTheMoment(plain.stdout));
  });
});

describe("drill, where the evidence shows up in git status", () => {
  it("fails with exit code 1, says what was expected and came, and warns", async () => {
    const { exitCode, stdout, stderr } = await runHere([], { askGit: SHOWS_UP });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("=== Results: 33 passed, 1 failed, 0 skipped ===");
    expect(stdout).toMatch(
      /^ {2}FAIL: .*git status\n {4}expected: .+\n {4}actual: +\?\? artifacts\/summary\.txt$/m,
    );
    expect(stdout).toMatch(
      /^EVIDENCE_REF mode=account-sync-drill status=failed reason=exit_code_1 evidence_dir=/m,
    );
    expect(stderr).toMatch(/^warning: \P{Cc}*\?\? artifacts\/summary\.txt\P{Cc}*\n$/u);
  });

  it("leaves the whole evidence all the same, and the summary says that it failed", async () => {
    const artifactDir = temporaryDirectory();
    await runHere(["--artifact-dir", artifactDir], { askGit: SHOWS_UP });
    const texts = textsIn(join(artifactDir, KIND, NOW_NAME));
    expect(Object.keys(texts)).toHaveLength(14);
    expect(texts["summary.txt"]).toMatch(new RegExp(`^Account sync fire drill: failed, ${ALL_BUT_ONE}\n`));
  });

  it("repeats the failed check between the evidence and the verdict", async () => {
    const { stdout } = await runHere([], { askGit: SHOWS_UP });
    const tail = stdout.slice(stdout.indexOf("=== Evidence ==="));
    expect(tail.indexOf("  FAIL: ")).toBeGreaterThan(0);
    expect(tail.indexOf("  FAIL: ")).toBeLessThan(tail.indexOf("=== Results: "));
  });

  it("does not warn with --no-status, and fails all the same", async () => {
    const { exitCode, stdout, stderr } = await runHere(["--no-status"], { askGit: SHOWS_UP });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toContain("  FAIL: ");
  });
});

describe("drill, where git cannot tell", () => {
  it("skips the guard, says why, and passes", async () => {
    const { exitCode, stdout, stderr } = await runHere([], { askGit: NO_GIT });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("=== Results: 33 passed, 0 failed, 1 skipped ===");
    expect(stdout).toMatch(/^ {2}SKIP: .*\n {4}because: git is not installed$/m);
    expect(stderr).toContain("git is not installed");
  });

  it("still skips the guard with --no-status, without the warning", async () => {
    const { stdout, stderr } = await runHere(["--no-status"], { askGit: NO_GIT });
    expect(stdout).toContain("1 skipped");
    expect(stderr).toBe("");
  });
});

describe("drill, where evidence cannot be written", () => {
  it.each([
    { operation: "mkdirSync", code: "EACCES" },
    { operation: "writeFileSync", code: "ENOSPC" },
    { operation: "fsync", code: "EIO" },
    { operation: "renameSync", code: "EROFS" },
  ] as const)(
    "$code in $operation: exit code 3, one line, no claim, nothing left",
    async ({ operation, code }) => {
      const artifactDir = temporaryDirectory();
      const fs = failingFileSystem({ operation, nth: 1, code });
      const { exitCode, stdout, stderr } = await runHere(["--artifact-dir", artifactDir], { fs });
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
      expect(stderr).toMatch(/^account-sync-drill: \P{Cc}+\n$/u);
      expect(stderr).toContain(code);
      expect(stderr).toContain("--artifact-dir");
      expect(namesIn(join(artifactDir, KIND))).toEqual([]);
    },
  );
});

describe("drill on a terminal", () => {
  it("says the same words as elsewhere, coloured", async () => {
    const env = { TERM: "xterm", GRINDER_ARTIFACT_DIR: temporaryDirectory() };
    const plain = await runHere([], { env });
    const coloured = await runHere([], { env, isTerminal: true });
    expect(plain.stdout).not.toContain("\u001b");
    expect(coloured.stdout).toContain("\u001b[32mPASS\u001b[39m");
    const uncoloured = stripVTControlCharacters(coloured.stdout);
    expect(withoutTheMoment(uncoloured)).toBe(withoutTheMoment(plain.stdout));
  });

  it("shows red where it failed and no red where it passed", async () => {
    const env = { GRINDER_ARTIFACT_DIR: temporaryDirectory() };
    const passed = await runHere([], { env, isTerminal: true });
    const failed = await runHere([], { env, isTerminal: true, askGit: SHOWS_UP });
    expect(passed.stdout).not.toContain("\u001b[31m");
    expect(failed.stdout).toContain("\u001b[31mFAIL\u001b[39m");
    expect(failed.stdout).toContain("\u001b[31m=== Results: 33 passed, 1 failed, 0 skipped ===\u001b[39m");
  });
});
