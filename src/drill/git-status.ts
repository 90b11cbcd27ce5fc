import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { systemCodeOf } from "../errors.js";
import type { FileSystem } from "../evidence/file-system.js";
import type { AskGit, GitStatus } from "./artifact-guard.js";

const TIMEOUT_MS = 10_000;
const NOT_A_WORK_TREE = /not a git repository|must be run in a work tree/i;

/**
 * Runs `git status` on a directory. Where no `.git` stands above it, git is not even started, so the
 * drill needs no git outside a repository.
 */
export function askGitWith(fs: FileSystem): AskGit {
  return async (directory) => {
    const start = fs.realpathSync(directory);
    return isBelowRepository(fs, start) ? runGitStatus(start) : { kind: "no_repository" };
  };
}

function isBelowRepository(fs: FileSystem, start: string): boolean {
  for (let here = start; ; here = dirname(here)) {
    if (fs.existsSync(join(here, ".git"))) return true;
    if (dirname(here) === here) return false;
  }
}

function runGitStatus(directory: string): Promise<GitStatus> {
  const args = ["-C", directory, "status", "--porcelain", "--untracked-files=all", "--", "."];
  return new Promise((resolve) => {
    execFile("git", args, { timeout: TIMEOUT_MS }, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: "status", lines: stdout.split("\n").filter(Boolean) });
      else if (NOT_A_WORK_TREE.test(stderr)) resolve({ kind: "no_repository" });
      else resolve({ kind: "unknown", why: whyUnknown(error, stderr) });
    });
  });
}

function whyUnknown(error: Error, stderr: string): string {
  if (systemCodeOf(error) === "ENOENT") return "git is not installed";
  return `git status failed: ${stderr.split("\n")[0] || error.message}`;
}
