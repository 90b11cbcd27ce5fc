import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { messageOf, systemCodeOf } from "../errors.js";
import type { FileSystem } from "../evidence/file-system.js";
import type { AskGit, GitStatus } from "./artifact-guard.js";

type Environment = Readonly<Record<string, string | undefined>>;

const TIMEOUT_MS = 10_000;
// Set by git for its hooks: they name a repository, where the one around the directory is meant.
const REPOSITORY_VARIABLES = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
];
const NOT_A_WORK_TREE = /not a git repository|must be run in a work tree/i;

/**
 * Runs `git status` on a directory. Where no `.git` stands above it, git is not even started, so the
 * drill needs no git outside a repository.
 */
export function askGitWith(fs: FileSystem, env: Environment): AskGit {
  return async (directory) => {
    try {
      const start = fs.realpathSync(directory);
      return isBelowRepository(fs, start) ? await runGitStatus(start, env) : { kind: "no_repository" };
    } catch (error) {
      return { kind: "unknown", why: messageOf(error) };
    }
  };
}

function isBelowRepository(fs: FileSystem, start: string): boolean {
  for (let here = start; ; here = dirname(here)) {
    if (fs.existsSync(join(here, ".git"))) return true;
    if (dirname(here) === here) return false;
  }
}

function runGitStatus(directory: string, env: Environment): Promise<GitStatus> {
  const args = ["-C", directory, "status", "--porcelain", "--untracked-files=normal", "--", "."];
  const options = { timeout: TIMEOUT_MS, env: gitEnvironment(env) };
  return new Promise((resolve) => {
    execFile("git", args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: "status", lines: stdout.split("\n").filter(Boolean) });
      else if (NOT_A_WORK_TREE.test(stderr)) resolve({ kind: "no_repository" });
      else resolve({ kind: "unknown", why: whyUnknown(error, stderr) });
    });
  });
}

// LC_ALL: the reason is recognised by git's English words.
function gitEnvironment(env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !REPOSITORY_VARIABLES.includes(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

function whyUnknown(error: Error, stderr: string): string {
  if (systemCodeOf(error) === "ENOENT") return "git is not installed";
  return `git status failed: ${stderr.split("\n")[0] || error.message}`;
}
