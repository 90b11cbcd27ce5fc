import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { askGitWith } from "../../src/fire-drill/git-status.js";
import { commitAll, GIT_ENVIRONMENT, GIT_IS_MISSING, git, newRepository } from "../support/git-repository.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const ask = askGitWith(fs, GIT_ENVIRONMENT);

function makeDirectory(...path: readonly string[]): string {
  const directory = join(...path);
  fs.mkdirSync(directory, { recursive: true });
  return directory;
}

function write(text: string, ...path: readonly string[]): void {
  fs.writeFileSync(join(...path), text);
}

describe("outside a repository", () => {
  it("says so, and needs no git", async () => {
    const noGit = askGitWith(fs, { PATH: "" });
    expect(await noGit(temporaryDirectory())).toEqual({ kind: "no_repository" });
  });

  it("cannot tell about a directory that is not there", async () => {
    const status = await ask(join(temporaryDirectory(), "gone"));
    expect(status).toMatchObject({ kind: "unknown", why: expect.stringContaining("ENOENT") });
  });
});

describe.skipIf(GIT_IS_MISSING)("in a repository", () => {
  it("shows nothing of a directory that ignores itself", async () => {
    const artifacts = makeDirectory(newRepository(), ".artifacts");
    write("*\n", artifacts, ".gitignore");
    write("evidence", artifacts, "a.txt");
    expect(await ask(artifacts)).toEqual({ kind: "status", lines: [] });
  });

  it("shows nothing of a directory that the repository ignores", async () => {
    const repository = newRepository();
    const artifacts = makeDirectory(repository, ".artifacts", "deep");
    write(".artifacts/\n", repository, ".gitignore");
    write("evidence", artifacts, "a.txt");
    expect(await ask(artifacts)).toEqual({ kind: "status", lines: [] });
  });

  it("shows nothing of a directory whose files are committed and unchanged", async () => {
    const repository = newRepository();
    write("evidence", makeDirectory(repository, "out"), "a.txt");
    commitAll(repository);
    expect(await ask(join(repository, "out"))).toEqual({ kind: "status", lines: [] });
  });

  it("shows a directory that nobody ignores in one line, however many files it holds", async () => {
    const artifacts = makeDirectory(newRepository(), "out");
    write("evidence", artifacts, "a.txt");
    write("evidence", artifacts, "b.txt");
    expect(await ask(artifacts)).toEqual({ kind: "status", lines: ["?? out/"] });
  });

  it("shows each new file beside a committed one", async () => {
    const repository = newRepository();
    const artifacts = makeDirectory(repository, "out");
    write("committed", artifacts, "0.txt");
    commitAll(repository);
    write("evidence", artifacts, "a.txt");
    write("evidence", artifacts, "b.txt");
    expect(await ask(artifacts)).toEqual({ kind: "status", lines: ["?? out/a.txt", "?? out/b.txt"] });
  });

  it("shows a committed file that was changed", async () => {
    const repository = newRepository();
    write("evidence", makeDirectory(repository, "out"), "a.txt");
    commitAll(repository);
    write("changed", repository, "out", "a.txt");
    expect(await ask(join(repository, "out"))).toEqual({ kind: "status", lines: [" M out/a.txt"] });
  });

  it("shows nothing that lies outside the directory", async () => {
    const repository = newRepository();
    write("mine", repository, "untracked.txt");
    expect(await ask(makeDirectory(repository, "out"))).toEqual({ kind: "status", lines: [] });
  });

  it("shows untracked files also where the user's settings hide them", async () => {
    const repository = newRepository();
    git(repository, "config", "status.showUntrackedFiles", "no");
    write("evidence", makeDirectory(repository, "out"), "a.txt");
    expect(await ask(join(repository, "out"))).toMatchObject({ lines: ["?? out/"] });
  });

  it("follows a link to where the directory really is", async () => {
    const repository = newRepository();
    write("evidence", makeDirectory(repository, "out"), "a.txt");
    const link = join(temporaryDirectory(), "link");
    fs.symlinkSync(join(repository, "out"), link);
    expect(await ask(link)).toMatchObject({ lines: ["?? out/"] });
  });

  it("asks the repository around the directory, also when a hook of another one runs the drill", async () => {
    const other = newRepository();
    write("theirs", other, "staged.txt");
    git(other, "add", "staged.txt");
    const hook = {
      ...GIT_ENVIRONMENT,
      GIT_DIR: join(other, ".git"),
      GIT_INDEX_FILE: join(other, ".git", "index"),
    };
    const artifacts = makeDirectory(newRepository(), "out");
    expect(await askGitWith(fs, hook)(artifacts)).toEqual({ kind: "status", lines: [] });
  });

  it("cannot tell where git is not installed", async () => {
    const noGit = askGitWith(fs, { ...GIT_ENVIRONMENT, PATH: temporaryDirectory() });
    expect(await noGit(newRepository())).toEqual({ kind: "unknown", why: "git is not installed" });
  });

  it("cannot tell where git fails, and quotes its first line", async () => {
    const repository = newRepository();
    write("nonsense", repository, ".git", "index");
    expect(await ask(repository)).toMatchObject({
      kind: "unknown",
      why: expect.stringMatching(/^git status failed: (error|fatal): .+$/),
    });
  });

  it("asks in English, whatever the user speaks, and with the rest of the user's environment", async () => {
    const programs = temporaryDirectory();
    const fakeGit = '#!/bin/sh\necho "fatal: $LC_ALL $LANGUAGE $GIT_CONFIG_NOSYSTEM" >&2\nexit 128\n';
    fs.writeFileSync(join(programs, "git"), fakeGit, { mode: 0o755 });
    const german = { ...GIT_ENVIRONMENT, PATH: programs, LANGUAGE: "de", LC_ALL: "de_DE.UTF-8" };
    expect(await askGitWith(fs, german)(newRepository())).toEqual({
      kind: "unknown",
      why: "git status failed: fatal: C de 1",
    });
  });

  it("takes a .git that is no repository for none", async () => {
    const directory = temporaryDirectory();
    makeDirectory(directory, ".git");
    expect(await ask(directory)).toEqual({ kind: "no_repository" });
  });

  it("takes the inside of .git for no work tree", async () => {
    const inside = makeDirectory(newRepository(), ".git", "out");
    makeDirectory(inside, ".git");
    expect(await ask(inside)).toEqual({ kind: "no_repository" });
  });
});
