import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileSystem } from "../../../src/evidence/file-system.js";
import { hideFromGit, prepareArtifactRoot } from "../../../src/evidence/write/artifact-root.js";
import { namesIn, textsIn } from "../../support/file-tree.js";
import { leftOut } from "../../support/left-out.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { watchedFileSystem } from "../../support/watched-file-system.js";

function text(...path: string[]): string {
  return fs.readFileSync(join(...path), "utf8");
}

/** Makes the directories and hides them from git, as a run does. */
function prepare(artifactDir: string, kind: string, filesystem: FileSystem = fs): string {
  const directory = prepareArtifactRoot(filesystem, artifactDir, kind);
  const staging = fs.mkdtempSync(join(directory, ".staging-"));
  hideFromGit(filesystem, artifactDir, kind, staging);
  expect(namesIn(staging)).toEqual([]);
  fs.rmdirSync(staging);
  return directory;
}

describe("an artifact directory, prepared,", () => {
  it("gives the directory of the kind, made with all above it", () => {
    const artifactDir = join(temporaryDirectory(), "not", "there");
    const directory = prepare(artifactDir, "account_sync");
    expect(directory).toBe(join(artifactDir, "account_sync"));
    expect(fs.statSync(directory).isDirectory()).toBe(true);
  });

  it("puts a .gitignore of * on top where the directory is ours alone", () => {
    const artifactDir = join(temporaryDirectory(), "artifacts");
    const directory = prepare(artifactDir, "account_sync");
    expect(text(artifactDir, ".gitignore")).toBe("*\n");
    expect(namesIn(directory)).toEqual([]);
  });

  it.each(["account_sync", "account_sync_fire_drill"])("takes %s for our own", (own) => {
    const artifactDir = temporaryDirectory();
    fs.mkdirSync(join(artifactDir, own));
    prepare(artifactDir, "account_sync");
    expect(text(artifactDir, ".gitignore")).toBe("*\n");
  });

  it("puts it one level down where the directory also holds what is not evidence", () => {
    const artifactDir = temporaryDirectory();
    fs.writeFileSync(join(artifactDir, "coverage.html"), "theirs");
    const directory = prepare(artifactDir, "account_sync");
    expect(namesIn(artifactDir)).toEqual(["account_sync", "coverage.html"]);
    expect(textsIn(directory)).toEqual({ ".gitignore": "*\n" });
  });

  it("leaves a .gitignore on top as it is", () => {
    const artifactDir = temporaryDirectory();
    fs.writeFileSync(join(artifactDir, ".gitignore"), "# mine\n");
    const directory = prepare(artifactDir, "account_sync");
    expect(text(artifactDir, ".gitignore")).toBe("# mine\n");
    expect(namesIn(directory)).toEqual([]);
  });

  it("leaves a .gitignore that is a link to nowhere as it is, and makes nothing at its end", () => {
    const artifactDir = temporaryDirectory();
    const elsewhere = join(temporaryDirectory(), "elsewhere");
    fs.symlinkSync(elsewhere, join(artifactDir, ".gitignore"));
    prepare(artifactDir, "account_sync");
    expect(fs.readlinkSync(join(artifactDir, ".gitignore"))).toBe(elsewhere);
    expect(fs.existsSync(elsewhere)).toBe(false);
  });

  it("leaves a .gitignore one level down as it is", () => {
    const artifactDir = temporaryDirectory();
    fs.mkdirSync(join(artifactDir, "account_sync"));
    fs.writeFileSync(join(artifactDir, "other.txt"), "theirs");
    fs.writeFileSync(join(artifactDir, "account_sync", ".gitignore"), "# mine\n");
    prepare(artifactDir, "account_sync");
    expect(text(artifactDir, "account_sync", ".gitignore")).toBe("# mine\n");
    expect(namesIn(artifactDir)).toEqual(["account_sync", "other.txt"]);
  });

  it("changes nothing when it is called again", () => {
    const artifactDir = temporaryDirectory();
    prepare(artifactDir, "account_sync");
    prepare(artifactDir, "account_sync_fire_drill");
    expect(namesIn(artifactDir)).toEqual([".gitignore", "account_sync", "account_sync_fire_drill"]);
    expect(namesIn(join(artifactDir, "account_sync_fire_drill"))).toEqual([]);
  });

  it("does not mind another run that makes the directory at the same moment", () => {
    const artifactDir = join(temporaryDirectory(), "artifacts");
    const racing = watchedFileSystem((call) => {
      if (call.operation === "mkdirSync") fs.mkdirSync(call.path);
    });
    expect(namesIn(prepare(artifactDir, "account_sync", racing))).toEqual([]);
    expect(namesIn(artifactDir)).toEqual([".gitignore", "account_sync"]);
  });

  it("takes a link to a directory for the directory", () => {
    const parent = temporaryDirectory();
    fs.mkdirSync(join(parent, "real"));
    fs.symlinkSync("real", join(parent, "link"));
    prepare(join(parent, "link"), "account_sync");
    expect(namesIn(join(parent, "real"))).toEqual([".gitignore", "account_sync"]);
  });

  const hasProcfs = fs.existsSync("/proc/self");
  it.skipIf(leftOut(!hasProcfs, "a directory that cannot be made in procfs", "there is no /proc"))(
    "ends where the system says ENOENT below a directory that exists",
    () => {
      expect(() => prepareArtifactRoot(fs, "/proc/artifacts/deep", "account_sync")).toThrow("ENOENT");
    },
  );
});
