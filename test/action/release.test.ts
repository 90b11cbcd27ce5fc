import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { leftOut } from "../support/left-out.js";
import { ReleasedRepository } from "../support/released-repository.js";

const missing = leftOut(
  ["git", "bash"].some((tool) => spawnSync(tool, ["--version"]).status !== 0),
  "the scripts of the release workflow",
  "git or bash is missing",
);

describe.skipIf(missing)("the check of a release", () => {
  it("takes a new version", () => {
    expect(new ReleasedRepository("1.2.3").run("check-release", "1.2.3")).toEqual({ status: 0, stderr: "" });
  });

  it("refuses what is no version, before it looks at anything else", () => {
    const repository = new ReleasedRepository("1.2.3");
    const asked = [
      "1.2",
      "v1.2.3",
      "1.2.3-rc.1",
      "01.2.3",
      "1.2.3.4",
      "",
      "1.2.3; echo",
      "*",
      "1.2.3\n1.2.4",
    ];
    const refused = asked.map((version) => repository.run("check-release", version));
    expect(refused).toEqual(
      asked.map((version) => ({
        status: 1,
        stderr: `${version} is not released: expected a version such as 1.2.3\n`,
      })),
    );
  });

  it.each([
    {
      name: "package.json has another",
      changelog: "1.2.4",
      asked: "1.2.4",
      says: "package.json has another version",
    },
    {
      name: "the changelog has none",
      changelog: "1.2.4",
      asked: "1.2.3",
      says: "CHANGELOG.md has no section for it",
    },
    {
      name: "the changelog has one that looks like it",
      changelog: "1x2x3",
      asked: "1.2.3",
      says: "CHANGELOG.md has no section for it",
    },
  ])("refuses a version where $name", ({ changelog, asked, says }) => {
    const repository = new ReleasedRepository("1.2.3");
    repository.commit("1.2.3", changelog);
    const { status, stderr } = repository.run("check-release", asked);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${asked} is not released: ${says}\n` });
  });

  it("refuses a version that is another commit", () => {
    const repository = new ReleasedRepository("1.2.3");
    repository.run("tag-release", "1.2.3");
    repository.commit("1.2.3");
    expect(repository.run("check-release", "1.2.3").stderr).toContain("v1.2.3 is another commit already");
  });

  it("takes a version of the same commit again, after a release that broke off", () => {
    const repository = new ReleasedRepository("1.2.3");
    repository.run("tag-release", "1.2.3");
    expect(repository.run("check-release", "1.2.3")).toEqual({ status: 0, stderr: "" });
  });

  it("refuses a version below the newest, by number and not by text", () => {
    const repository = new ReleasedRepository("1.10.0");
    repository.run("tag-release", "1.10.0");
    repository.commit("1.9.1");
    expect(repository.run("check-release", "1.9.1").stderr).toBe(
      "1.9.1 is not released: 1.10.0 is out already\n",
    );
  });
});

describe.skipIf(missing)("the tags of a release", () => {
  it("are the version and its major version", () => {
    const repository = new ReleasedRepository("1.2.3");
    const commit = repository.git("rev-parse", "HEAD").trim();
    expect(repository.run("tag-release", "1.2.3").status).toBe(0);
    expect(repository.tags()).toEqual({ "v1.2.3": commit, v1: commit });
  });

  it("move the major version, and leave the older version", () => {
    const repository = new ReleasedRepository("1.2.3");
    const older = repository.git("rev-parse", "HEAD").trim();
    repository.run("tag-release", "1.2.3");
    const newer = repository.commit("1.3.0");
    expect(repository.run("tag-release", "1.3.0").status).toBe(0);
    expect(repository.tags()).toEqual({ "v1.2.3": older, "v1.3.0": newer, v1: newer });
  });

  it("leave the major version of another line", () => {
    const repository = new ReleasedRepository("1.2.3");
    const older = repository.git("rev-parse", "HEAD").trim();
    repository.run("tag-release", "1.2.3");
    const newer = repository.commit("2.0.0");
    repository.run("tag-release", "2.0.0");
    expect(repository.tags()).toEqual({ "v1.2.3": older, v1: older, "v2.0.0": newer, v2: newer });
  });

  it("are both left alone where the version is taken", () => {
    const repository = new ReleasedRepository("1.2.3");
    repository.run("tag-release", "1.2.3");
    const before = repository.tags();
    repository.commit("1.2.3");
    expect(repository.run("tag-release", "1.2.3").status).not.toBe(0);
    expect(repository.tags()).toEqual(before);
  });

  it("may be set again at the same commit", () => {
    const repository = new ReleasedRepository("1.2.3");
    repository.run("tag-release", "1.2.3");
    const before = repository.tags();
    expect(repository.run("tag-release", "1.2.3").status).toBe(0);
    expect(repository.tags()).toEqual(before);
  });
});
