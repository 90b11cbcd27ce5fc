import { execFileSync, spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { leftOut } from "./left-out.js";
import { temporaryDirectory } from "./temp-directory.js";

const { PATH = "", SystemRoot } = process.env;

/** An environment in which git has no configuration but the repository's own, and looks no higher for one. */
export const GIT_ENVIRONMENT = {
  PATH,
  ...(SystemRoot === undefined ? {} : { SystemRoot }),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CEILING_DIRECTORIES: realpathSync(tmpdir()),
} as const;

export const GIT_IS_MISSING = leftOut(
  spawnSync("git", ["--version"], { env: GIT_ENVIRONMENT }).error !== undefined,
  "real git repositories",
  "git is missing",
);

/** Runs git in a directory, with an author for commits. */
export function git(directory: string, ...args: readonly string[]): void {
  const author = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.test"];
  execFileSync("git", ["-C", directory, ...author, ...args], { env: GIT_ENVIRONMENT, stdio: "pipe" });
}

/** A new repository without a commit, in a temporary directory of the running test. */
export function newRepository(): string {
  const directory = temporaryDirectory();
  git(directory, "init", "--quiet");
  return directory;
}

/** Commits everything that is in the repository. */
export function commitAll(repository: string): void {
  git(repository, "add", "--all");
  git(repository, "commit", "--quiet", "--message", "everything");
}
